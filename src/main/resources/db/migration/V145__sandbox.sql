-- The clocks that sandbox partners move, and what ran on the way.

create schema sandbox;

create table sandbox.test_clock (
    partner_id uuid not null,
    mode text not null check (mode in ('RUNNING', 'STOPPED')), -- what it does between two advances
    created_at timestamptz not null,
    primary key (partner_id)
);
alter table sandbox.test_clock enable row level security;
create policy partner_rows on sandbox.test_clock
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- One move of a clock. The first three moments are the partner's, the others are real.
create table sandbox.advance (
    partner_id uuid not null,
    advance_id uuid not null,
    from_at timestamptz not null,
    target_at timestamptz not null,
    reached_at timestamptz not null, -- everything that fell due up to then has been done
    state text not null check (state in ('ADVANCING', 'DONE', 'FAILED')),
    steps integer not null,
    asked_by text not null,
    asked_at timestamptz not null,
    ended_at timestamptz,
    held_by uuid, -- who works on it ...
    held_until timestamptz, -- ... and until when nobody else does
    primary key (partner_id, advance_id)
);
create unique index advance_under_way on sandbox.advance (partner_id) where state = 'ADVANCING';
alter table sandbox.advance enable row level security;
create policy partner_rows on sandbox.advance
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

create table sandbox.advance_step (
    partner_id uuid not null,
    advance_id uuid not null,
    number integer not null,
    due_at timestamptz not null,
    work text not null,
    done integer not null,
    primary key (partner_id, advance_id, number)
);
alter table sandbox.advance_step enable row level security;
create policy partner_rows on sandbox.advance_step
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);
