-- Licenses that people of a customer's directory have. They belong to the directory, whichever partner sold them.

create schema administration;

-- How many licenses of a product are assigned. The row is locked by whoever assigns or takes off licenses, and by whoever
-- reduces a subscription of the product; of two people for the last one, the check lets exactly one through.
create table administration.license_count (
    tenant_id uuid not null,
    sku_id uuid not null,
    assigned integer not null,
    allowed integer not null, -- how many there were when the last one was assigned
    primary key (tenant_id, sku_id),
    constraint license_available check (assigned between 0 and allowed)
);

create table administration.license (
    tenant_id uuid not null,
    user_id uuid not null,
    sku_id uuid not null,
    excluded_plans text[] not null,
    assigned_at timestamptz not null,
    freed_at timestamptz, -- of somebody who was deleted: taken back with the person, if one is left
    primary key (tenant_id, user_id, sku_id)
);
create index license_sku on administration.license (tenant_id, sku_id);

-- What a partner lets an application do in the tenant of a customer.
create table administration.application_consent (
    partner_id uuid not null,
    customer_id uuid not null,
    application_id uuid not null,
    display_name text,
    grants jsonb not null, -- the permissions of each API
    given_at timestamptz not null,
    primary key (partner_id, customer_id, application_id)
);
alter table administration.application_consent enable row level security;
create policy partner_rows on administration.application_consent
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);
