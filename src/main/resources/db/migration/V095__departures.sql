-- Which subscriptions go on as another one: a classic one in new commerce, or any with another partner. The row decides
-- which of two that take it along at once is the first.
create table subscriptions.departure (
    partner_id uuid not null,
    subscription_id uuid not null,
    customer_id uuid not null,
    left_at timestamptz not null,
    successor_id uuid, -- unknown while it is on its way
    primary key (partner_id, subscription_id),
    foreign key (partner_id, subscription_id) references subscriptions.subscription (partner_id, subscription_id)
        on delete cascade
);
create index departure_customer on subscriptions.departure (partner_id, customer_id);
alter table subscriptions.departure enable row level security;
create policy partner_rows on subscriptions.departure
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);
