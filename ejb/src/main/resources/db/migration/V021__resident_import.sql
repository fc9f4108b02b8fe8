-- Imports of the resident register from CSV: how far each has come, and what it refused.
create table madoguchi.resident_import (
  id bigint generated always as identity primary key,
  state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'INTERRUPTED')),
  started_by text not null,
  node text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  alive_at timestamptz not null default clock_timestamp(),
  last_line bigint not null default 0,
  lines_read bigint not null default 0 check (lines_read >= 0),
  lines_kept bigint not null default 0 check (lines_kept >= 0),
  lines_refused bigint not null default 0 check (lines_refused >= 0),
  constraint every_line_is_kept_or_refused check (lines_read = lines_kept + lines_refused),
  constraint ended_or_not check ((state in ('WAITING', 'RUNNING')) = (ended_at is null))
);
comment on column madoguchi.resident_import.node is 'The server node that runs the import';
comment on column madoguchi.resident_import.last_line is 'Lines up to this one are dealt with';
comment on column madoguchi.resident_import.alive_at is 'Machine time of the last sign of life; the office''s clock may be moved, this one not';
create unique index one_import_at_a_time on madoguchi.resident_import ((true))
  where state in ('WAITING', 'RUNNING');

create table madoguchi.resident_import_refusal (
  import_id bigint not null references madoguchi.resident_import (id) on delete cascade,
  line_number bigint not null check (line_number > 0),
  field text not null,
  reason text not null,
  primary key (import_id, line_number, field)
);
comment on table madoguchi.resident_import_refusal is
  'Why a line was refused. The refused value is not kept: it may be anything, a 個人番号 in the wrong column too (R-MINIMUM)';
