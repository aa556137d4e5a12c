-- Who may call: sessions of the portals, registered applications, what was granted to them, and the keys that sign.
-- None of it belongs to one partner's rows: it is read before it is known who calls.

create schema access;

create table access.spring_session (
    primary_id char(36) not null,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(254),
    primary key (primary_id)
);
create index spring_session_session_id on access.spring_session (session_id);
create index spring_session_expiry_time on access.spring_session (expiry_time);
create index spring_session_principal_name on access.spring_session (principal_name);

create table access.spring_session_attributes (
    session_primary_id char(36) not null references access.spring_session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);

create table access.signing_key (
    key_id text not null,
    sealed_key bytea not null, -- encrypted
    created_at timestamptz not null,
    primary key (key_id)
);

-- Applications that may ask for tokens. Without a tenant it is one that everybody knows.
create table access.application (
    application_id uuid not null,
    owner_tenant uuid,
    display_name text not null,
    multi_tenant boolean not null, -- whether others than its own tenant may use it
    public_client boolean not null, -- runs where it can keep no secret
    redirect_uris text[] not null,
    created_at timestamptz not null,
    primary key (application_id)
);

create table access.application_secret (
    application_id uuid not null references access.application (application_id) on delete cascade,
    secret_id uuid not null,
    secret_hash text not null,
    hint text not null, -- the first characters, to tell secrets apart
    created_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (application_id, secret_id)
);

-- The certificates of an application: with their keys it signs assertions instead of showing a secret.
create table access.application_certificate (
    application_id uuid not null references access.application (application_id) on delete cascade,
    thumbprint text not null, -- SHA-256, in base64url
    certificate bytea not null,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    primary key (application_id, thumbprint)
);

-- Assertions that an application has shown, kept until they expire: none counts twice.
create table access.shown_assertion (
    application_id uuid not null references access.application (application_id) on delete cascade,
    assertion_hash text not null,
    expires_at timestamptz not null,
    primary key (application_id, assertion_hash)
);

-- What a person, or a global admin for the whole tenant, allowed an application.
create table access.application_consent (
    application_id uuid not null references access.application (application_id) on delete cascade,
    granting_tenant uuid not null,
    granted_to text not null, -- a user's id, or "everybody"
    scopes text[] not null,
    granted_by uuid not null,
    granted_at timestamptz not null,
    primary key (application_id, granting_tenant, granted_to)
);

-- A person's permission under way: from the authorize endpoint to the code, and what refresh tokens stand for.
create table access.authorization_grant (
    grant_id uuid not null,
    application_id uuid not null,
    grant_type text not null,
    signed_in_tenant uuid not null,
    user_id uuid not null,
    sign_in_name text not null,
    second_factor boolean not null,
    scopes text[] not null,
    request jsonb not null, -- what the authorize endpoint was asked
    state_hash text,
    code_hash text,
    code_issued_at timestamptz,
    code_expires_at timestamptz,
    code_used boolean not null default false,
    created_at timestamptz not null,
    primary key (grant_id)
);
create index authorization_grant_state on access.authorization_grant (state_hash);
create index authorization_grant_code on access.authorization_grant (code_hash);

create table access.refresh_token (
    token_hash text not null,
    grant_id uuid not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (token_hash)
);
create index refresh_token_grant on access.refresh_token (grant_id);

-- Sign-ins for devices without a browser, from the code that the device shows to the person's answer.
create table access.device_sign_in (
    device_hash text not null,
    user_hash text not null, -- of the code that the person types
    application_id uuid not null references access.application (application_id) on delete cascade,
    audience text not null,
    scopes text[] not null,
    expires_at timestamptz not null,
    polled_at timestamptz,
    state text not null check (state in ('WAITING', 'ACCEPTED', 'DECLINED')),
    signed_in_tenant uuid, -- who answered
    user_id uuid,
    sign_in_name text,
    second_factor boolean,
    primary key (device_hash)
);
create index device_sign_in_user_code on access.device_sign_in (user_hash);
create index device_sign_in_expiry on access.device_sign_in (expires_at);

-- Accounts of one person with several partners or in several clouds; each has a row that names the other. A link opens
-- nothing: it only knows where else the person signs in.
create table access.account_link (
    tenant_id uuid not null,
    user_id uuid not null,
    other_tenant uuid not null,
    other_user uuid not null,
    linked_at timestamptz not null,
    primary key (tenant_id, user_id, other_tenant, other_user)
);

-- The command line client that the PowerShell module of the original uses unless told otherwise.
insert into access.application
    (application_id, owner_tenant, display_name, multi_tenant, public_client, redirect_uris, created_at)
values
    ('04b07795-8ddb-461a-bbee-02f9e1bf7b46', null, 'Command line', true, true, '{"http://localhost"}',
     '2019-01-01T00:00:00Z');
