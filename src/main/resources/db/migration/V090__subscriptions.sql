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
    reseller_removed boolean not null, -- whether there was one that the partner removed
    promotion_id text,
    renewal_term text, -- the term that the next renewal begins, where it is not the present one
    next_item_id text, -- what the renewal turns it into, where a partner scheduled something
    next_quantity integer,
    next_term text,
    next_cycle text,
    next_promotion_id text,
    next_last_day date,
    charge_cycle text, -- how the rest of the term is paid for from the next charge on
    charge_price numeric(19, 4),
    charge_promotion_id text,
    benefit_scope text check (benefit_scope in ('SHARED', 'SINGLE')), -- of reserved capacity and savings plans
    benefit_subscription text,
    benefit_entitlement text,
    commitment_amount numeric, -- spent an hour under a savings plan
    commitment_currency text,
    commitment_grain text,
    status text not null,
    renews_itself boolean not null,
    due_on date, -- when it renews, expires or is deleted by itself, unless somebody changes it before
    cycle_on date, -- when the next cycle of the running term is to be charged
    next_on date generated always as
        (case when status in ('ACTIVE', 'SUSPENDED') then least(due_on, cycle_on) else due_on end) stored,
    batch_quantities integer[] not null, -- licences of new commerce that were added together ...
    batch_opened_at timestamptz[] not null, -- ... and when: they can be given back for a while
    failure text,
    created_at timestamptz not null,
    version bigint not null,
    primary key (partner_id, subscription_id),
    foreign key (partner_id, parent_id) references subscriptions.subscription (partner_id, subscription_id)
);
create index subscription_customer on subscriptions.subscription (partner_id, customer_id, created_at desc);
-- What is not finished, which is little at any time: the dashboard counts it.
create index subscription_unfinished on subscriptions.subscription (partner_id, status)
    where status in ('SETTING_UP', 'SET_UP_FAILED');
-- The run of renewals walks through a day in the order of the ids, so that it never meets again what it has left behind.
create index subscription_due on subscriptions.subscription (partner_id, next_on, subscription_id)
    where status in ('ACTIVE', 'SUSPENDED', 'EXPIRED', 'DISABLED');
alter table subscriptions.subscription enable row level security;
create policy partner_rows on subscriptions.subscription
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- A row counts what a customer may buy only so much of: subscriptions of an item, seats of a product, uses of a
-- promotion. Of two orders
-- for the last one, the check lets exactly one through.
create table subscriptions.purchase_count (
    partner_id uuid not null,
    customer_id uuid not null,
    item_key text not null,
    counted text not null check (counted in ('SUBSCRIPTIONS', 'SEATS', 'REDEMPTIONS', 'PROMOTED_SEATS')),
    bought integer not null,
    allowed integer not null,
    primary key (partner_id, customer_id, item_key, counted),
    constraint purchase_within_limit check (bought between 0 and allowed)
);
alter table subscriptions.purchase_count enable row level security;
create policy partner_rows on subscriptions.purchase_count
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- Why and for how long how many licences are charged. Facts are only ever appended: a change gives back the old number
-- for the rest of the cycle and charges the new one, and what a term's facts add up to is what is charged in it.
create table subscriptions.charge_fact (
    partner_id uuid not null,
    fact_id uuid not null,
    subscription_id uuid not null,
    customer_id uuid not null,
    reason text not null,
    reference_id uuid not null, -- shared by the facts of one change
    quantity integer not null, -- less than zero for what is given back
    from_day date not null,
    to_day date, -- belongs to the charge; null for what has no end
    cycle_days integer not null, -- days that the unit price stands for; zero for what has no end
    currency text not null,
    unit_price numeric(19, 4) not null,
    amount numeric(19, 4) not null,
    term_starts_on date not null,
    reseller_mpn_id text not null, -- empty for a direct sale, -1 after the reseller was removed
    recorded_at timestamptz not null,
    primary key (partner_id, fact_id)
);
create index charge_fact_subscription on subscriptions.charge_fact (partner_id, subscription_id, fact_id);
revoke update, delete on subscriptions.charge_fact from ${app};
alter table subscriptions.charge_fact enable row level security;
create policy partner_rows on subscriptions.charge_fact
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- Who supports a subscription, where it is not the partner that sold it.
create table subscriptions.support_contact (
    partner_id uuid not null,
    subscription_id uuid not null,
    supporter_id uuid not null,
    primary key (partner_id, subscription_id),
    foreign key (partner_id, subscription_id) references subscriptions.subscription (partner_id, subscription_id)
        on delete cascade
);
alter table subscriptions.support_contact enable row level security;
create policy partner_rows on subscriptions.support_contact
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- Which classic Azure subscriptions may carry reservations.
create table subscriptions.registration (
    partner_id uuid not null,
    subscription_id uuid not null,
    registered_at timestamptz not null,
    primary key (partner_id, subscription_id),
    foreign key (partner_id, subscription_id) references subscriptions.subscription (partner_id, subscription_id)
        on delete cascade
);
alter table subscriptions.registration enable row level security;
create policy partner_rows on subscriptions.registration
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- What subscriptions, or some of their seats, were upgraded to. The source keeps its id when all of it was.
create table subscriptions.transition (
    partner_id uuid not null,
    transition_id uuid not null,
    customer_id uuid not null,
    subscription_id uuid not null,
    from_item_id text not null,
    to_item_id text not null,
    to_subscription_id uuid, -- that has the seats now, where it is not the same one
    quantity integer not null check (quantity > 0),
    term text, -- that was asked for; null for the running one
    billing_cycle text,
    type text not null,
    promotion_id text,
    license_error text, -- why the licenses of users could not be moved, if they were to be
    happened_at timestamptz not null,
    primary key (partner_id, transition_id),
    foreign key (partner_id, subscription_id) references subscriptions.subscription (partner_id, subscription_id)
        on delete cascade
);
create index transition_subscription on subscriptions.transition (partner_id, subscription_id, transition_id);
alter table subscriptions.transition enable row level security;
create policy partner_rows on subscriptions.transition
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- Azure subscriptions that a partner has shut down because somebody broke in. They run on for a few minutes.
create table subscriptions.shut_down_entitlement (
    partner_id uuid not null,
    subscription_id uuid not null,
    shut_down_at timestamptz not null,
    primary key (partner_id, subscription_id),
    foreign key (partner_id, subscription_id) references subscriptions.subscription (partner_id, subscription_id)
        on delete cascade
);
alter table subscriptions.shut_down_entitlement enable row level security;
create policy partner_rows on subscriptions.shut_down_entitlement
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- The Azure subscription at which a customer is charged for what it uses beyond its licenses.
create table subscriptions.overage (
    partner_id uuid not null,
    customer_id uuid not null,
    entitlement_id uuid not null,
    reseller_mpn_id text,
    primary key (partner_id, customer_id)
);
alter table subscriptions.overage enable row level security;
create policy partner_rows on subscriptions.overage
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- Which of its partners a customer's use beyond licenses is charged through. The row decides between two that say so at
-- once, so it lives with the customer's own directory.
create table subscriptions.overage_holder (
    tenant_id uuid not null primary key,
    holder_id uuid not null
);
