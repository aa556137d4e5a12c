-- Mail that goes out: stored with the change that causes it, sent after that has committed.

create schema mail;

create table mail.message (
    partner_id uuid not null,
    message_id uuid not null,
    kind text not null, -- who writes the letter
    cloud text not null,
    facts jsonb not null, -- what the letter is made of when it is sent; never a secret
    status text not null check (status in ('WAITING', 'SENT', 'NOT_SENT')),
    note text, -- why it is not sent, or what went wrong last
    attempts integer not null,
    queued_at timestamptz not null,
    ended_at timestamptz,
    primary key (partner_id, message_id)
);
alter table mail.message enable row level security;
create policy partner_rows on mail.message
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- What is due, for whom: like a job it belongs to the installation and holds ids only.
create table mail.waiting (
    scope uuid not null, -- the partner in whose rows the message is
    message_id uuid not null,
    due_at timestamptz not null,
    primary key (scope, message_id)
);
create index waiting_due_at on mail.waiting (due_at);
