-- Changes of the register by POST /api/residents/changes: each once, and none lost.
create table madoguchi.register_change (
  change_id text primary key check (change_id ~ '^[!-~]{1,100}$'),
  register_number text check (register_number ~ '^[0-9A-Za-z-]{1,20}$'),
  occurred_at timestamptz,
  sequence bigint not null default 0,
  minor boolean not null default false,
  new_record boolean not null default false,
  outcome text not null check (outcome in ('APPLIED', 'OUTDATED', 'UNKNOWN_PERSON', 'REFUSED')),
  content text check (content ~ '^[0-9a-f]{64}$'),
  touches text[] not null default '{}',
  outdated text[] not null default '{}',
  kept_fields text[] not null default '{}',
  kept_values text[] not null default '{}',
  fault_fields text[] not null default '{}',
  fault_reasons text[] not null default '{}',
  received_at timestamptz not null,
  received_by text not null,
  settled_at timestamptz not null,
  check (outcome = 'REFUSED' or (register_number is not null and occurred_at is not null and content is not null)),
  check (cardinality(kept_fields) = cardinality(kept_values)),
  check (cardinality(fault_fields) = cardinality(fault_reasons)),
  check ((outcome = 'REFUSED') = (cardinality(fault_fields) > 0)),
  check (outcome = 'UNKNOWN_PERSON' or cardinality(kept_fields) = 0)
);
comment on table madoguchi.register_change is
  'Every change that the register sent, under its own id: sent twice it counts once';
comment on column madoguchi.register_change.content is
  'SHA-256 of what was sent, so that another change under the same id is noticed; not of a refused one (R-MINIMUM)';
comment on column madoguchi.register_change.touches is
  'What it says something about; an older change that arrives later leaves that alone';
comment on column madoguchi.register_change.kept_fields is
  'With kept_values: what is to be entered once the person is known; emptied then';
create index register_change_by_person on madoguchi.register_change (register_number, occurred_at, sequence)
  where outcome = 'APPLIED';
create index register_change_waiting on madoguchi.register_change (register_number)
  where outcome = 'UNKNOWN_PERSON';
