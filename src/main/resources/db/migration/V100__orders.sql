-- Carts and orders.

create schema orders;

create table orders.cart (
    partner_id uuid not null,
    cart_id uuid not null,
    customer_id uuid not null,
    created_at timestamptz not null,
    modified_at timestamptz not null,
    expires_at timestamptz not null,
    modified_by text not null,
    ordered_at timestamptz,
    acts_for_resellers boolean,
    lines jsonb not null,
    version bigint not null,
    -- Whose cart it is on the pages; null for carts of the API.
    user_id uuid,
    primary key (partner_id, cart_id)
);
-- A user fills one cart for a customer at a time.
create unique index cart_of_user on orders.cart (partner_id, customer_id, user_id)
    where user_id is not null and ordered_at is null;
create index cart_expires_at on orders.cart (partner_id, expires_at);
alter table orders.cart enable row level security;
create policy partner_rows on orders.cart
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

create table orders.customer_order (
    partner_id uuid not null,
    order_id uuid not null,
    customer_id uuid not null,
    number text not null,
    cart_id uuid,
    order_group text not null,
    billing_cycle text not null,
    currency text not null,
    country text not null,
    is_legacy boolean not null,
    status text not null,
    placed_at timestamptz not null,
    placed_by text not null,
    customer_user text, -- sign-in name of the customer's user who bought through the partner's own shop
    version bigint not null,
    primary key (partner_id, order_id),
    constraint customer_order_number unique (partner_id, number),
    constraint customer_order_of_cart unique (partner_id, cart_id, order_group)
);
create index customer_order_customer on orders.customer_order (partner_id, customer_id, placed_at desc);
alter table orders.customer_order enable row level security;
create policy partner_rows on orders.customer_order
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

create table orders.order_line (
    partner_id uuid not null,
    order_id uuid not null,
    line_number integer not null,
    item_id text not null,
    title_en text not null,
    title_ja text not null,
    friendly_name text not null,
    quantity integer not null,
    term text not null,
    list_price numeric(19, 4) not null,
    unit_price numeric(19, 4) not null,
    first_price numeric(19, 4) not null,
    total numeric(19, 4) not null,
    currency text not null,
    subscription_id uuid,
    parent_id uuid,
    reseller_mpn_id text,
    additional_resellers text[] not null,
    promotion_id text,
    attested boolean not null,
    particulars jsonb, -- what only some items need; null for most lines
    state text not null,
    cancelled_at timestamptz, -- since when nothing of the line is left; what was bought stays written
    primary key (partner_id, order_id, line_number),
    foreign key (partner_id, order_id) references orders.customer_order (partner_id, order_id)
        on delete cascade
);
alter table orders.order_line enable row level security;
create policy partner_rows on orders.order_line
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- What a partner says about the papers that it hands in for the review of an order.
create table orders.paper_set (
    partner_id uuid not null,
    set_id uuid not null,
    order_id uuid not null,
    customer_id uuid not null,
    handed_in_at timestamptz not null,
    handed_in_by text not null,
    is_tender boolean not null,
    customer_price numeric(19, 4) not null,
    currency text not null,
    fx_rate numeric(19, 8),
    tender_link text,
    primary key (partner_id, set_id)
);
create index paper_set_order on orders.paper_set (partner_id, order_id);
alter table orders.paper_set enable row level security;
create policy partner_rows on orders.paper_set
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- The papers themselves: purchase orders and tenders. Names and contents may speak of people and are sealed.
create table orders.attachment (
    partner_id uuid not null,
    attachment_id uuid not null,
    set_id uuid not null,
    order_id uuid not null,
    customer_id uuid not null,
    kind text not null check (kind in ('PURCHASE_ORDER', 'TENDER')),
    file_name bytea not null,
    media_type text not null,
    size_bytes integer not null check (size_bytes > 0),
    content bytea not null,
    primary key (partner_id, attachment_id)
);
create index attachment_order on orders.attachment (partner_id, order_id, attachment_id);
alter table orders.attachment enable row level security;
create policy partner_rows on orders.attachment
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);
