-- Subscriptions that one partner hands over to another.

create schema transfers;

-- Each partner has a row of its own; the losing partner's is the one whose lock decides who is first.
create table transfers.transfer (
    partner_id uuid not null,
    transfer_id uuid not null,
    customer_id uuid not null,
    source_id uuid not null,
    target_id uuid not null,
    customer_name text not null,
    status text not null check (
        status in ('ACTIVE', 'PENDING', 'IN_PROGRESS', 'COMPLETE', 'PARTIALLY_COMPLETE', 'REJECT', 'CANCEL', 'EXPIRED')),
    asked jsonb, -- null when the losing partner offers
    lines jsonb not null,
    created_at timestamptz not null,
    modified_at timestamptz not null,
    completed_at timestamptz,
    accepted_at timestamptz,
    due_at timestamptz, -- when it expires or is tried again, by the clock of the losing partner
    modified_by text not null,
    primary key (partner_id, transfer_id)
);
create index transfer_customer on transfers.transfer (partner_id, customer_id, transfer_id);
create index transfer_due on transfers.transfer (partner_id, due_at) where due_at is not null;
alter table transfers.transfer enable row level security;
create policy partner_rows on transfers.transfer
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- A subscription is offered once at a time.
create table transfers.offered (
    partner_id uuid not null,
    subscription_id uuid not null,
    transfer_id uuid not null,
    primary key (partner_id, subscription_id)
);
create index offered_transfer on transfers.offered (partner_id, transfer_id);
alter table transfers.offered enable row level security;
create policy partner_rows on transfers.offered
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- One partner asks another for a kind of products of a customer once at a time; the row is the losing partner's.
create table transfers.asked (
    partner_id uuid not null,
    customer_id uuid not null,
    target_id uuid not null,
    kind text not null,
    transfer_id uuid not null,
    primary key (partner_id, customer_id, target_id, kind)
);
create index asked_transfer on transfers.asked (partner_id, transfer_id);
alter table transfers.asked enable row level security;
create policy partner_rows on transfers.asked
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);
