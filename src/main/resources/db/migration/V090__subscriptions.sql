-- What customers may use, and how much of what is limited they have bought.

create schema subscriptions;

create table subscriptions.subscription (
    partner_id uuid not null,
    subscription_id uuid not null,
    customer_id uuid not null,
    order_id uuid not null,
    order_number text not null,
    country text not null,
    item_id text not null,
    item_key text not null,
    is_legacy boolean not null,
    kind text not null,
    title_en text not null,
    title_ja text not null,
    unit_type text not null,
    publisher_name text not null,
    is_operator_product boolean not null,
    is_trial boolean not null,
    is_add_on boolean not null,
    friendly_name text not null check (char_length(friendly_name) <= 512),
    quantity integer not null check (quantity >= 0),
    term text not null, -- ISO 8601 duration; empty for what has no end
    billing_cycle text not null,
    started_at timestamptz not null,
    starts_on date not null,
    last_day date,
    currency text not null,
    unit_price numeric(19, 4) not null,
    parent_id uuid,
    reseller_mpn_id text,
    promotion_id text,
    status text not null,
    renews_itself boolean not null,
    failure text,
    created_at timestamptz not null,
    version bigint not null,
    primary key (partner_id, subscription_id),
    foreign key (partner_id, parent_id) references subscriptions.subscription (partner_id, subscription_id)
);
create index subscription_customer on subscriptions.subscription (partner_id, customer_id, created_at desc);
alter table subscriptions.subscription enable row level security;
create policy partner_rows on subscriptions.subscription
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- A row counts what a customer may buy only so much of: subscriptions of an item, or seats of a product. Of two orders
-- for the last one, the check lets exactly one through.
create table subscriptions.purchase_count (
    partner_id uuid not null,
    customer_id uuid not null,
    item_key text not null,
    counted text not null check (counted in ('SUBSCRIPTIONS', 'SEATS')),
    bought integer not null,
    allowed integer not null,
    primary key (partner_id, customer_id, item_key, counted),
    constraint purchase_within_limit check (bought between 0 and allowed)
);
alter table subscriptions.purchase_count enable row level security;
create policy partner_rows on subscriptions.purchase_count
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);
