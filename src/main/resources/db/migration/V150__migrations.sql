-- Classic subscriptions that go on in new commerce, now or later.

create schema migrations;

create table migrations.migration (
    partner_id uuid not null,
    migration_id uuid not null,
    customer_id uuid not null,
    subscription_id uuid not null, -- the classic one that others may hang on
    external_reference text not null, -- shared by what a client began together; empty for none
    placed_by text not null,
    status text not null check (status in ('PROCESSING', 'COMPLETED', 'FAILED')),
    started_at timestamptz not null,
    completed_at timestamptz,
    primary key (partner_id, migration_id)
);
create index migration_customer on migrations.migration (partner_id, customer_id, migration_id);
create index migration_subscription on migrations.migration (partner_id, subscription_id, migration_id);
create index migration_reference on migrations.migration (partner_id, external_reference, migration_id)
    where external_reference <> '';
alter table migrations.migration enable row level security;
create policy partner_rows on migrations.migration
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- What a migration takes along: the base first, then its add-ons.
create table migrations.item (
    partner_id uuid not null,
    migration_id uuid not null,
    position integer not null,
    subscription_id uuid not null,
    item_id text not null,
    quantity integer not null,
    term text not null,
    billing_cycle text not null,
    full_term boolean not null,
    custom_last_day date,
    last_day date not null,
    successor_id uuid,
    order_number text,
    primary key (partner_id, migration_id, position),
    foreign key (partner_id, migration_id) references migrations.migration (partner_id, migration_id) on delete cascade
);
alter table migrations.item enable row level security;
create policy partner_rows on migrations.item
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

create table migrations.event (
    partner_id uuid not null,
    event_id uuid not null,
    migration_id uuid not null,
    customer_id uuid not null,
    subscription_id uuid not null,
    name text not null,
    created_at timestamptz not null,
    primary key (partner_id, event_id),
    foreign key (partner_id, migration_id) references migrations.migration (partner_id, migration_id) on delete cascade
);
create index event_migration on migrations.event (partner_id, migration_id, event_id);
create index event_subscription on migrations.event (partner_id, subscription_id, event_id);
alter table migrations.event enable row level security;
create policy partner_rows on migrations.event
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

create table migrations.schedule (
    partner_id uuid not null,
    schedule_id uuid not null,
    customer_id uuid not null,
    subscription_id uuid not null,
    external_reference text not null,
    placed_by text not null,
    status text not null check (status in ('CREATED', 'PROCESSING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    wish jsonb not null, -- what is to become of the subscription and of its add-ons
    item_id text not null,
    target_at timestamptz, -- null when it waits for the renewal
    due_at timestamptz not null,
    last_day date,
    created_at timestamptz not null,
    modified_at timestamptz not null,
    migration_id uuid,
    error_code integer,
    error_description text,
    version bigint not null,
    primary key (partner_id, schedule_id)
);
create index schedule_due on migrations.schedule (partner_id, due_at) where status = 'CREATED';
create index schedule_customer on migrations.schedule (partner_id, customer_id, schedule_id);
create index schedule_subscription on migrations.schedule (partner_id, subscription_id, schedule_id);
create index schedule_reference on migrations.schedule (partner_id, external_reference, schedule_id)
    where external_reference <> '';
create index schedule_migration on migrations.schedule (partner_id, migration_id) where migration_id is not null;
alter table migrations.schedule enable row level security;
create policy partner_rows on migrations.schedule
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);
