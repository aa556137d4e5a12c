-- Shared ground: idempotency, activity, clocks.
--
-- The pattern for every partner-owned table: primary key and unique constraints start with partner_id, and row-level
-- security admits the rows of the partner that the transaction named. "nullif" because a setting that was local to
-- an earlier transaction reads as an empty text afterwards.

create schema rest;

-- The outcome of a call that carried a request id, kept so that a repetition hears the same answer.
create table rest.request_outcome (
    partner_id uuid not null,
    request_key text not null, -- digest of application, user, method, path, query, request id and body
    requested_at timestamptz not null,
    status integer, -- null while the first call runs
    headers jsonb,
    body bytea, -- encrypted: it may hold a one-time secret
    primary key (partner_id, request_key)
);
create index request_outcome_requested_at on rest.request_outcome (partner_id, requested_at);
alter table rest.request_outcome enable row level security;
create policy partner_rows on rest.request_outcome
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

create schema activity;

-- Every change, once, for ever: audit log, outbox and webhook source.
create table activity.record (
    partner_id uuid not null,
    record_id uuid not null,
    occurred_at timestamptz not null,
    customer_id uuid,
    operation text not null,
    resource_type text not null,
    resource_id text not null,
    status text not null check (status in ('succeeded', 'failed', 'progress')),
    user_id uuid,
    user_name text not null,
    application_id uuid,
    correlation_id uuid,
    old_values jsonb not null,
    new_values jsonb not null,
    details jsonb not null,
    webhook text,
    primary key (partner_id, record_id)
);
create index record_occurred_at on activity.record (partner_id, occurred_at desc, record_id desc);
create index record_customer on activity.record (partner_id, customer_id, occurred_at desc);
alter table activity.record enable row level security;
create policy partner_rows on activity.record
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);
-- What is written down stays written: the application can only add.
revoke update, delete on activity.record from ${app};

create schema clock;

-- What time it is for a partner whose clock has been moved: real time plus an offset, or standing still.
create table clock.partner_clock (
    partner_id uuid not null,
    shift_millis bigint not null,
    stopped_at timestamptz,
    version bigint not null,
    primary key (partner_id)
);
alter table clock.partner_clock enable row level security;
create policy partner_rows on clock.partner_clock
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);
