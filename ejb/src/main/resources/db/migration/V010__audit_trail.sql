-- The provider counts down from what the sequence gives: the first block is 1 to 50.
create sequence madoguchi.audit_event_seq start with 50 increment by 50;

create table madoguchi.audit_event (
  id bigint primary key,
  at timestamptz not null,
  actor text not null,
  roles text not null,
  terminal text,
  act text not null,
  subject_kind text not null,
  subject_key text not null,
  outcome text not null check (outcome in ('DONE', 'REFUSED', 'FAILED')),
  details text not null check (details is json object)
);
comment on table madoguchi.audit_event is
  'The audit trail (証跡): append only, one row for each act of a person or of the system';
comment on column madoguchi.audit_event.actor is
  'The login, the reader agent, "system" for the counter''s own acts, "anonymous" for the public';
comment on column madoguchi.audit_event.roles is 'The actor''s roles at that time, in words apart by blanks';
comment on column madoguchi.audit_event.details is
  'A JSON object of short facts, as text so that its bytes stay what was written; cast to jsonb to look inside';

create index audit_event_by_time on madoguchi.audit_event (at desc, id desc);
create index audit_event_by_actor on madoguchi.audit_event (actor, at desc, id desc);
create index audit_event_by_subject
  on madoguchi.audit_event (subject_kind, subject_key, at desc, id desc);
create index audit_event_by_act on madoguchi.audit_event (act text_pattern_ops, at desc, id desc);

create function madoguchi.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append only: % refused', tg_table_name, tg_op
    using errcode = 'integrity_constraint_violation';
end
$$;

create trigger audit_event_append_only
  before update or delete or truncate on madoguchi.audit_event
  for each statement execute function madoguchi.refuse_change();
