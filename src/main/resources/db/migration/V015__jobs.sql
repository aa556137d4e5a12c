-- Work that happens later, in the background: the table of db-scheduler. It belongs to the installation, not to a
-- partner; what a job may touch is decided by the partner it runs for.

create schema jobs;

create table jobs.scheduled_task (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_task_execution_time on jobs.scheduled_task (execution_time);
create index scheduled_task_last_heartbeat on jobs.scheduled_task (last_heartbeat);

-- What waits for a recurring job: one row per thing to do, stored with the change that causes it, so that neither can
-- exist without the other.
create table jobs.waiting (
    job text not null,
    scope uuid not null, -- the partner for whom the job runs
    subject uuid not null,
    ripe_at timestamptz not null, -- when the job may take it
    primary key (job, scope, subject)
);
create index waiting_ripe on jobs.waiting (job, ripe_at);
