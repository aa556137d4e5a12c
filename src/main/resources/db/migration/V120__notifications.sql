-- What the bell tells the people of a partner.

create schema notifications;

-- Something to know, once for each partner, kind and subject.
create table notifications.notification (
    partner_id uuid not null,
    notification_id uuid not null,
    kind text not null,
    subject text not null, -- what it is about, so that nobody is told twice
    customer_id uuid,
    facts jsonb not null,
    occurred_at timestamptz not null,
    primary key (partner_id, notification_id),
    unique (partner_id, kind, subject)
);
alter table notifications.notification enable row level security;
create policy partner_rows on notifications.notification
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- Whom it was told, and whether the person has read it.
create table notifications.recipient (
    partner_id uuid not null,
    user_id uuid not null,
    notification_id uuid not null,
    unread boolean not null,
    primary key (partner_id, user_id, notification_id),
    foreign key (partner_id, notification_id)
        references notifications.notification (partner_id, notification_id) on delete cascade
);
-- The bell counts along this index and nothing else.
create index recipient_unread on notifications.recipient (partner_id, user_id) where unread;
create index recipient_notification on notifications.recipient (partner_id, notification_id);
alter table notifications.recipient enable row level security;
create policy partner_rows on notifications.recipient
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);
