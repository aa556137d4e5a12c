-- Partners: a registry that everyone may read, and what is each partner's own.

create schema partners;

-- Who takes part in the programme. Not partner-private: a provider reads its resellers here and the other way round.
-- Whoever writes must be that partner.
create table partners.partner (
    partner_id uuid not null,
    type text not null check (type in ('DIRECT_BILL', 'INDIRECT_PROVIDER', 'INDIRECT_RESELLER')),
    cloud text not null check (cloud in ('PUBLIC', 'US_GOV', 'GERMANY')),
    status text not null check (status in ('ACTIVE', 'RESTRICTED', 'SUSPENDED')),
    legal_name text not null,
    country text not null,
    currency text not null,
    market_region text not null,
    mpn_id text not null,
    verified_domains text[] not null,
    culture text not null,
    time_zone text not null,
    agreement_signed_at timestamptz, -- null until the partner agreement is signed
    second_factor_required boolean not null,
    sandbox boolean not null,
    qualifications text[] not null,
    registered_at timestamptz not null,
    primary key (partner_id)
);
create index partner_mpn_id on partners.partner (mpn_id);
alter table partners.partner enable row level security;
create policy everyone_reads on partners.partner for select using (true);
create policy partner_adds on partners.partner for insert
    with check (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);
create policy partner_changes on partners.partner for update
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- How much a partner may owe, and what counts against it. No row, or no limit in it: unlimited.
create table partners.credit (
    partner_id uuid not null,
    credit_limit numeric(19, 4),
    unpaid numeric(19, 4) not null,
    unbilled numeric(19, 4) not null,
    overpaid numeric(19, 4) not null,
    primary key (partner_id)
);
alter table partners.credit enable row level security;
create policy partner_rows on partners.credit
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- Codes that let the partner add customers of the government community cloud, each a fixed number of times.
create table partners.validation_code (
    partner_id uuid not null,
    code text not null,
    organization_name text not null,
    max_creates integer not null check (max_creates > 0),
    remaining_creates integer not null check (remaining_creates between 0 and max_creates),
    changed_at timestamptz not null,
    primary key (partner_id, code)
);
alter table partners.validation_code enable row level security;
create policy partner_rows on partners.validation_code
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- What a partner says about itself, edited as a whole: one row for each of its profiles. No row: what the registry knows.
create table partners.profile (
    partner_id uuid not null,
    kind text not null check (kind in ('LEGAL_BUSINESS', 'ORGANIZATION', 'BILLING', 'SUPPORT')),
    document jsonb not null,
    version bigint not null, -- changes with every edit
    changed_at timestamptz not null,
    primary key (partner_id, kind)
);
alter table partners.profile enable row level security;
create policy partner_rows on partners.profile
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);
