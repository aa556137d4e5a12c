-- Customers that move from the classic Azure offer to the Azure plan.

create table migrations.product_upgrade (
    partner_id uuid not null,
    upgrade_id uuid not null,
    customer_id uuid not null,
    status text not null check (status in ('PENDING', 'IN_PROGRESS', 'COMPLETED', 'FAILED')),
    placed_by text not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    error_code integer, -- why it failed
    error_text text,
    primary key (partner_id, upgrade_id)
);
-- Of two that begin at once, and of one after the other, only a failed one leaves room for the next.
create unique index product_upgrade_open on migrations.product_upgrade (partner_id, customer_id)
    where status <> 'FAILED';
create index product_upgrade_customer on migrations.product_upgrade (partner_id, customer_id, upgrade_id);
alter table migrations.product_upgrade enable row level security;
create policy partner_rows on migrations.product_upgrade
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- The classic subscriptions that an upgrade takes along, and the plan that each becomes part of.
create table migrations.upgraded_product (
    partner_id uuid not null,
    upgrade_id uuid not null,
    position integer not null,
    subscription_id uuid not null,
    name text not null,
    plan_key text not null,
    plan_name text not null,
    plan_id uuid, -- unknown while the plan is still to be ordered
    primary key (partner_id, upgrade_id, position),
    foreign key (partner_id, upgrade_id) references migrations.product_upgrade (partner_id, upgrade_id)
        on delete cascade
);
alter table migrations.upgraded_product enable row level security;
create policy partner_rows on migrations.upgraded_product
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);
