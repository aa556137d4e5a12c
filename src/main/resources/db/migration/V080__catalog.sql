-- What is sold. Reference tables but for the last: the same rows for every partner, so no partner_id there.
--
-- Everything belongs to a price list. A list is loaded unseen and becomes visible as a whole when activated_at is set;
-- of the active lists of a cloud the one with the latest effective_from that has come is in force.

create schema catalog;

create table catalog.price_list (
    price_list_id uuid not null,
    cloud text not null check (cloud in ('PUBLIC', 'US_GOV', 'GERMANY')),
    name text not null,
    effective_from timestamptz not null,
    loaded_at timestamptz not null,
    activated_at timestamptz,
    version bigint not null, -- grows with every change after the load; readers compare it with what they remember
    primary key (price_list_id)
);
create unique index price_list_in_force on catalog.price_list (cloud, effective_from) where activated_at is not null;

-- How far the load of a list has come. Its prices are stored in portions that nobody sees until the list is activated; a
-- load that was interrupted goes on after the rows that are there. Its id is the list's; a rejected list is gone.
create table catalog.price_list_load (
    price_list_id uuid not null,
    cloud text not null check (cloud in ('PUBLIC', 'US_GOV', 'GERMANY')),
    name text not null,
    effective_from timestamptz not null,
    fingerprint text not null, -- of the files: only the same ones may go on
    state text not null check (state in ('RUNNING', 'DONE', 'REJECTED', 'ABANDONED')),
    rows_stored bigint not null,
    files_done integer not null,
    files_total integer not null,
    problem_count integer not null,
    problems text[] not null, -- the first of them
    started_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (price_list_id)
);

create table catalog.product (
    price_list_id uuid not null references catalog.price_list on delete cascade,
    product_id text not null,
    product_type text not null,
    product_sub_type text not null,
    publisher_name text not null,
    is_operator_product boolean not null,
    title_en text not null,
    title_ja text not null,
    description_en text not null,
    description_ja text not null,
    primary key (price_list_id, product_id)
);

create table catalog.sku (
    price_list_id uuid not null,
    product_id text not null,
    sku_id text not null,
    code text not null, -- short name; productId:skuId where the operator gives none
    kind text not null check (kind in ('LICENSE', 'USAGE', 'RESERVATION', 'SAVINGS_PLAN', 'SOFTWARE', 'MARKETPLACE')),
    category text, -- id of the category; null when it stands on no shelf
    title_en text not null,
    title_ja text not null,
    description_en text not null,
    description_ja text not null,
    minimum_quantity integer not null,
    maximum_quantity integer not null,
    is_trial boolean not null,
    limit_scope text not null,
    limit_count integer not null,
    prerequisites text[] not null,
    upgrade_targets text[] not null,
    conversion_targets text[] not null,
    reservation_scope text not null,
    order_group text not null,
    unit_type text not null,
    provisioning_id uuid,
    provisioning_string text not null,
    consumption_type text not null,
    attestation_type text not null,
    reseller_qualifications text[] not null,
    resellee_qualifications text[] not null,
    attributes jsonb not null, -- further keys of the wire's open map
    unit_of_measure text not null, -- this and the next five as the files have them, for sheets that are downloaded
    tags text not null,
    meter_ids text not null,
    meter_type text not null,
    countries text[] not null,
    has_rules boolean not null, -- whether it stands in the offer matrix
    sale_ends_at timestamptz, -- set when the operator ends the sale before the price file does
    primary key (price_list_id, product_id, sku_id),
    foreign key (price_list_id, product_id) references catalog.product on delete cascade,
    check (0 <= minimum_quantity and minimum_quantity <= maximum_quantity)
);

-- The price of one unit for the whole term. Millions of rows: they arrive by copy, and are read by market and currency.
create table catalog.price (
    price_list_id uuid not null,
    market text not null,
    currency text not null,
    product_id text not null,
    sku_id text not null,
    segment text not null,
    term text not null, -- ISO 8601 duration; empty when there is no end
    billing_cycle text not null,
    effective_from timestamptz not null,
    tier_from bigint not null,
    tier_to bigint,
    effective_to timestamptz not null,
    sold_until timestamptz, -- the published end of sale, where the file has one
    unit_price numeric not null check (unit_price >= 0),
    suggested_price numeric not null check (suggested_price >= 0),
    primary key (
        price_list_id, market, currency, product_id, sku_id, segment, term, billing_cycle, effective_from, tier_from)
);

create table catalog.offer (
    price_list_id uuid not null references catalog.price_list on delete cascade,
    offer_id text not null,
    code text not null,
    kind text not null check (kind in ('LICENSE', 'USAGE')),
    segment text not null,
    category text,
    rank integer not null,
    title_en text not null,
    title_ja text not null,
    description_en text not null,
    description_ja text not null,
    publisher_name text not null,
    is_operator_product boolean not null,
    minimum_quantity integer not null,
    maximum_quantity integer not null,
    term text not null,
    billing_cycles text[] not null,
    is_trial boolean not null,
    is_add_on boolean not null,
    limit_scope text not null,
    limit_count integer not null,
    prerequisites text[] not null,
    upgrade_targets text[] not null,
    conversion_targets text[] not null,
    successor text, -- key of the SKU into which new commerce takes the offer over
    countries text[] not null,
    sales_group text not null,
    unit_type text not null,
    learn_more_uri text not null,
    reseller_qualifications text[] not null,
    resellee_qualifications text[] not null,
    sale_ends_at timestamptz,
    primary key (price_list_id, offer_id),
    check (0 <= minimum_quantity and minimum_quantity <= maximum_quantity)
);
-- Offer ids are compared without regard to case.
create unique index offer_id_folded on catalog.offer (price_list_id, lower(offer_id));

-- The price of one unit for one month; the annual cycle costs twelve times as much.
create table catalog.offer_price (
    price_list_id uuid not null references catalog.price_list on delete cascade,
    currency text not null,
    offer_id text not null,
    effective_from timestamptz not null,
    effective_to timestamptz not null,
    unit_price numeric not null check (unit_price >= 0),
    suggested_price numeric not null check (suggested_price >= 0),
    primary key (price_list_id, currency, offer_id, effective_from)
);

-- One rate for a whole month, which is written yyyyMM.
create table catalog.exchange_rate (
    price_list_id uuid not null references catalog.price_list on delete cascade,
    month text not null,
    currency text not null,
    usd_per_unit numeric not null check (usd_per_unit > 0),
    primary key (price_list_id, month, currency)
);

create table catalog.promotion (
    price_list_id uuid not null references catalog.price_list on delete cascade,
    promotion_id text not null,
    line integer not null, -- one line for each product it asks for
    segment text not null,
    markets text[] not null,
    name_en text not null,
    name_ja text not null,
    description_en text not null,
    description_ja text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    is_auto_applicable boolean not null,
    product_id text not null,
    sku_id text not null,
    term text not null,
    billing_cycle text not null,
    discount numeric not null check (0 <= discount and discount <= 1),
    minimum_seats integer,
    maximum_seats integer,
    maximum_redemptions integer,
    is_first_purchase_only boolean not null,
    required_products text[] not null, -- of each entry one must be owned; alternatives are separated by |
    primary key (price_list_id, promotion_id, line)
);

-- The few items that a partner keeps at the top of its lists. There are as many places as there may be pins, so that of
-- several users who pin at the same time no two get the last one.
create table catalog.pin (
    partner_id uuid not null,
    place integer not null check (place between 1 and 5),
    item_key text not null,
    pinned_at timestamptz not null,
    primary key (partner_id, place),
    unique (partner_id, item_key)
);
alter table catalog.pin enable row level security;
create policy partner_rows on catalog.pin
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- What publishers granted to one partner alone: a share of the price, or prices of its own.
create table catalog.margin (
    partner_id uuid not null,
    margin_id text not null,
    type text not null check (type in ('PERCENTAGE', 'CUSTOM_PRICE')),
    product_id text not null,
    sku_id text not null, -- empty when it covers every SKU
    publisher_name text not null,
    product_title text not null,
    sku_title text not null,
    product_type text not null,
    percentage numeric check (percentage >= 0 and percentage <= 100),
    price_configuration jsonb,
    countries text[] not null, -- none when it holds everywhere
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    status text not null,
    status_at timestamptz not null,
    primary key (partner_id, margin_id),
    check (starts_at < ends_at),
    check ((type = 'PERCENTAGE') = (percentage is not null)),
    check ((type = 'CUSTOM_PRICE') = (price_configuration is not null))
);
alter table catalog.margin enable row level security;
create policy partner_rows on catalog.margin
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);
