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

-- What a customer may buy by itself, at the partner's expense. No row: nothing.
create table relationships.self_serve_policy (
    partner_id uuid not null, -- who grants it
    customer_id uuid not null,
    permissions text[] not null,
    version uuid not null, -- changes with every edit
    changed_at timestamptz not null,
    primary key (partner_id, customer_id)
);
alter table relationships.self_serve_policy enable row level security;
create policy partner_rows on relationships.self_serve_policy
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- Forgets an indirect reseller of a sandbox: every row of the partner and of its directory, in whichever table. It goes by
-- the catalog, so that a table that comes later is not forgotten, and runs as the owner, because the application may not
-- delete evidence. What was done stays in the activity log. Everything is checked here again: only the provider in scope,
-- only sandboxes, only a reseller that served nobody to the end and works with no other provider.
create function relationships.erase_reseller(provider uuid, reseller uuid) returns void
    language plpgsql security definer
    set search_path = pg_catalog as
$$
declare
    place record;
begin
    if provider is distinct from nullif(current_setting('app.partner_id', true), '')::uuid
        or not exists (select from partners.partner p where p.partner_id = provider and p.sandbox)
        or not exists (select from partners.partner p
                        where p.partner_id = reseller and p.sandbox and p.type = 'INDIRECT_RESELLER')
        or not exists (select from relationships.partnership p
                        where p.partner_id = provider and p.other_id = reseller)
        or exists (select from relationships.partnership p where p.partner_id = reseller and p.ended_at is null)
        or exists (select from relationships.customer_relationship r
                    where r.partner_id = reseller and r.ended_at is null) then
        raise exception 'no reseller that may be erased';
    end if;
    for place in
        select c.oid::regclass as owned, a.attname as part
          from pg_class c
          join pg_namespace n on n.oid = c.relnamespace
          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and a.atttypid = 'uuid'::regtype
               and (a.attname in ('partner_id', 'tenant_id', 'served_by') or a.attname like '%\_tenant')
         where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and c.oid <> 'activity.record'::regclass
         order by c.oid desc -- tables that point to others are younger than those
    loop
        execute format('delete from %s where %I = $1', place.owned, place.part) using reseller;
    end loop;
    delete from relationships.partnership p where p.partner_id = provider and p.other_id = reseller;
    delete from relationships.agreed_request r where r.other_id = reseller;
end
$$;
revoke execute on function relationships.erase_reseller from public;
grant execute on function relationships.erase_reseller to ${app};
