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
    status text not null check (status in ('ACTIVE', 'COMPLETE', 'PARTIALLY_COMPLETE', 'REJECT')),
    lines jsonb not null,
    created_at timestamptz not null,
    modified_at timestamptz not null,
    completed_at timestamptz,
    modified_by text not null,
    primary key (partner_id, transfer_id)
);
create index transfer_customer on transfers.transfer (partner_id, customer_id, transfer_id);
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
