-- Relationships: partner with customer, and provider with reseller. Each fact about two sides has one row a side, so
-- that each side's rows stay together and are its own.

create schema relationships;

-- A partner serves a customer. For an indirect reseller the row names the provider that owns the business.
create table relationships.customer_relationship (
    partner_id uuid not null,
    customer_id uuid not null,
    provider_id uuid, -- set on a reseller's row
    reseller_id uuid, -- set on a provider's row when the customer came through a reseller
    delegated_administration boolean not null,
    established_at timestamptz not null,
    ended_at timestamptz,
    primary key (partner_id, customer_id)
);
create index customer_relationship_reseller on relationships.customer_relationship (partner_id, reseller_id, customer_id)
    where reseller_id is not null;
create index customer_relationship_provider on relationships.customer_relationship (partner_id, provider_id, customer_id)
    where provider_id is not null;
alter table relationships.customer_relationship enable row level security;
create policy partner_rows on relationships.customer_relationship
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- The same fact on the customer's side, kept with the customer's directory: what its portal shows. A partner reaches
-- only the rows about itself; the customer's portal names its tenant.
create table relationships.tenant_relationship (
    tenant_id uuid not null,
    served_by uuid not null,
    on_behalf_of uuid, -- the provider, when served_by is its reseller
    delegated_administration boolean not null,
    established_at timestamptz not null,
    ended_at timestamptz,
    primary key (tenant_id, served_by)
);
alter table relationships.tenant_relationship enable row level security;
create policy either_side on relationships.tenant_relationship
    using (served_by = nullif(current_setting('app.partner_id', true), '')::uuid
        or tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

-- Directory roles that the partner's people hold in the customer's directory, beside delegated administration.
create table relationships.granular_administration (
    partner_id uuid not null,
    customer_id uuid not null,
    expires_at timestamptz not null,
    primary key (partner_id, customer_id)
);
alter table relationships.granular_administration enable row level security;
create policy partner_rows on relationships.granular_administration
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- A provider and a reseller work together; one row for each of them.
create table relationships.partnership (
    partner_id uuid not null,
    other_id uuid not null,
    side text not null check (side in ('PROVIDER', 'RESELLER')), -- what partner_id is
    delegated_administration boolean not null, -- of the provider on the reseller's own directory; outlives the end
    since timestamptz not null,
    ended_at timestamptz,
    primary key (partner_id, other_id)
);
alter table relationships.partnership enable row level security;
create policy partner_rows on relationships.partnership
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- The link a partner sends out. It may be used by any number of invited sides until a new one replaces it.
create table relationships.invitation (
    partner_id uuid not null,
    kind text not null check (kind in ('PARTNERSHIP', 'PARTNERSHIP_REQUEST', 'CUSTOMER')),
    token text not null,
    created_at timestamptz not null,
    primary key (partner_id, kind)
);
alter table relationships.invitation enable row level security;
create policy partner_rows on relationships.invitation
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- A provider has accepted a reseller's request; the reseller has not authorized it yet. One row for each of them.
create table relationships.agreed_request (
    partner_id uuid not null,
    other_id uuid not null,
    agreed_at timestamptz not null,
    primary key (partner_id, other_id)
);
alter table relationships.agreed_request enable row level security;
create policy partner_rows on relationships.agreed_request
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);
