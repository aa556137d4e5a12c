-- Directories of partners and customers. Tenant-owned tables are distributed by tenant_id, domains by name.

create schema directory;

create table directory.tenant (
    tenant_id uuid not null,
    cloud text not null check (cloud in ('PUBLIC', 'US_GOV', 'GERMANY')),
    initial_domain text not null,
    display_name text not null,
    country text not null,
    culture text not null,
    created_at timestamptz not null,
    deleted_at timestamptz,
    primary key (tenant_id)
);

-- A name in a cloud belongs to one tenant. A deleted tenant's names stay held until held_until.
create table directory.domain (
    name text not null,
    cloud text not null check (cloud in ('PUBLIC', 'US_GOV', 'GERMANY')),
    tenant_id uuid not null,
    kind text not null check (kind in ('initial', 'verified', 'federated')),
    added_at timestamptz not null,
    held_until timestamptz,
    particulars jsonb, -- what the registrar said that added it
    primary key (name, cloud)
);
create index domain_tenant on directory.domain (tenant_id);

create table directory.user_account (
    tenant_id uuid not null references directory.tenant (tenant_id),
    user_id uuid not null,
    sign_in_name text not null, -- lower case
    given_name text not null,
    family_name text not null,
    culture text not null,
    display_name text not null default '', -- empty: made of the names
    shown_name text not null generated always as (coalesce(nullif(display_name, ''),
        case when split_part(culture, '-', 1) in ('ja', 'ko', 'zh', 'hu')
            then family_name || ' ' || given_name else given_name || ' ' || family_name end)) stored,
    usage_location text not null default '', -- country in which licenses are used; empty while nobody said
    phone_number text not null default '',
    immutable_id text not null default '',
    password_hash text not null,
    must_change_password boolean not null,
    password_expires_at timestamptz, -- of a temporary password
    sessions_from timestamptz, -- sessions begun earlier have ended
    failures integer not null default 0,
    locked_until timestamptz,
    totp_secret bytea, -- encrypted
    totp_confirmed_at timestamptz,
    totp_last_step bigint, -- a code opens once
    created_at timestamptz not null,
    deleted_at timestamptz, -- by the clock of the partner that deleted the person; can be restored for a while
    version bigint not null default 0,
    primary key (tenant_id, user_id),
    constraint user_account_sign_in_name unique (tenant_id, sign_in_name)
);

-- The orders in which the people of a tenant are listed: a page in the middle costs what the first one costs.
create index user_shown_name on directory.user_account (tenant_id, shown_name collate "und-x-icu", user_id)
    where deleted_at is null;
create index user_given_name on directory.user_account (tenant_id, given_name collate "und-x-icu", user_id)
    where deleted_at is null;
create index user_family_name on directory.user_account (tenant_id, family_name collate "und-x-icu", user_id)
    where deleted_at is null;
create index user_sign_in_name on directory.user_account (tenant_id, sign_in_name collate "C", user_id)
    where deleted_at is null;

-- Those who can be restored: counted and forgotten by the moment, listed by name.
create index user_deleted on directory.user_account (tenant_id, deleted_at) where deleted_at is not null;
create index user_deleted_name on directory.user_account (tenant_id, shown_name collate "und-x-icu", user_id)
    where deleted_at is not null;

-- Roles of a partner's people, and of those who administer a customer's directory.
create table directory.user_role (
    tenant_id uuid not null,
    user_id uuid not null,
    role text not null,
    primary key (tenant_id, user_id, role),
    foreign key (tenant_id, user_id) references directory.user_account (tenant_id, user_id) on delete cascade
);

create index user_role_holders on directory.user_role (tenant_id, role, user_id);

-- One-time codes for a person whose authenticator is lost.
create table directory.recovery_code (
    tenant_id uuid not null,
    user_id uuid not null,
    code_hash text not null,
    used_at timestamptz,
    primary key (tenant_id, user_id, code_hash),
    foreign key (tenant_id, user_id) references directory.user_account (tenant_id, user_id) on delete cascade
);
