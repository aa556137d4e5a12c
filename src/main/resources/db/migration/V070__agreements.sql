-- Agreements: templates for everybody, attestations of the partners, acceptances of the customers themselves.

create schema agreements;

-- One version of an agreement for one country. The data files fill it at the first start; later versions are published
-- into it. A reference table.
create table agreements.template (
    type text not null,
    country text not null,
    version_rank integer not null,
    template_id text not null, -- the edition's id on the wire, the same for all countries of a version
    effective_from date not null,
    languages text[] not null,
    primary key (type, country, version_rank)
);

-- The texts that the operator published, each once however many countries share it, and which of them a template has.
-- Reference tables.
create table agreements.document (
    digest text not null,
    format text not null check (format in ('PDF', 'HTML')),
    content bytea not null,
    primary key (digest)
);
create table agreements.template_document (
    type text not null,
    country text not null,
    version_rank integer not null,
    language text not null,
    digest text not null references agreements.document (digest),
    published_by text not null,
    published_at timestamptz not null,
    primary key (type, country, version_rank, language),
    foreign key (type, country, version_rank) references agreements.template (type, country, version_rank)
);

-- What a partner attested. Rows are only ever added: the highest ordinal is current, the others are history.
create table agreements.attestation (
    partner_id uuid not null,
    customer_id uuid not null,
    type text not null,
    ordinal integer not null,
    country text not null,
    version_rank integer not null,
    template_id text not null,
    language text not null,
    first_name text not null,
    last_name text not null,
    email text not null,
    phone text not null,
    signer_folded text not null, -- the four details without differences of case and width
    agreed_at timestamptz not null,
    attested_by uuid,
    attested_by_name text not null,
    recorded_at timestamptz not null,
    primary key (partner_id, customer_id, type, ordinal)
);
alter table agreements.attestation enable row level security;
create policy partner_rows on agreements.attestation
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- The partner asked the customer to accept in the customer portal.
create table agreements.asked (
    partner_id uuid not null,
    customer_id uuid not null,
    asked_at timestamptz not null,
    primary key (partner_id, customer_id)
);
alter table agreements.asked enable row level security;
create policy partner_rows on agreements.asked
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- What a customer's global admin accepted in the customer portal; kept with the customer's directory, because it counts
-- for every partner.
create table agreements.direct_acceptance (
    tenant_id uuid not null,
    type text not null,
    version_rank integer not null,
    country text not null,
    template_id text not null,
    language text not null,
    user_id uuid not null,
    user_name text not null,
    address text not null, -- the network address it came from
    accepted_at timestamptz not null,
    primary key (tenant_id, type, version_rank)
);

-- Evidence is corrected by a new row, never changed: the application can only add.
revoke update, delete on agreements.attestation from ${app};
revoke update, delete on agreements.direct_acceptance from ${app};
revoke update, delete on agreements.template from ${app};
revoke update, delete on agreements.document from ${app};
revoke update, delete on agreements.template_document from ${app};
