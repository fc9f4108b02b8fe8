create sequence madoguchi.approval_seq increment by 50 start with 50;
create table madoguchi.approval (
  id bigint primary key,
  exception text not null check (exception in ('WARD', 'OUT_OF_HOURS')),
  resident_id bigint not null references madoguchi.resident (id),
  card_serial text,
  kind text not null check (kind in ('NEW', 'RENEWAL', 'REISSUANCE')),
  reissue_reason text check (reissue_reason in ('LOSS', 'RECORD_CHANGE', 'OTHER')),
  route text not null check (route in ('SELF', 'PROXY', 'LEGAL_REPRESENTATIVE')),
  signature boolean not null,
  user_authentication boolean not null,
  day date not null,
  asked_reason text not null check (length(asked_reason) between 1 and 500),
  asked_by text not null,
  asked_at timestamptz not null,
  state text not null check (state in ('ASKED', 'GRANTED', 'REFUSED', 'WITHDRAWN')),
  decided_reason text check (length(decided_reason) between 1 and 500),
  decided_by text,
  decided_at timestamptz,
  reception_number text references madoguchi.application (reception_number),
  check ((state in ('GRANTED', 'REFUSED')) = (decided_by is not null)),
  check ((decided_by is null) = (decided_at is null)),
  check ((decided_by is null) = (decided_reason is null)),
  check (reception_number is null or state = 'GRANTED'),
  constraint approval_second_person check (decided_by <> asked_by)
);
comment on table madoguchi.approval is
  'R-SECOND-PERSON: an exception asked for by one person, granted or refused by another, used for one case';
create unique index approval_used_once on madoguchi.approval (reception_number, exception)
  where reception_number is not null;
create index approval_by_day on madoguchi.approval (day, asked_at);
create index approval_by_resident on madoguchi.approval (resident_id, day);

create function madoguchi.keep_decisions() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'ASKED' and
      (to_jsonb(old) - 'reception_number') <> (to_jsonb(new) - 'reception_number') or
      old.reception_number is not null then
    raise exception 'what was decided on an exception is kept: % refused', tg_op
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger approval_is_kept before update or delete on madoguchi.approval
  for each row execute function madoguchi.keep_decisions();

-- Until now a supervisor's reason stood in the application, without a second person. Such a case is
-- kept in words; an open one was judged when it was received.
insert into madoguchi.case_note (id, reception_number, text, written_by, written_at)
  select nextval('madoguchi.case_note_seq'), reception_number,
      '受付時間外の受付を認めた理由: ' || out_of_hours_reason, received_by, received_at
    from madoguchi.application where out_of_hours_reason is not null;
alter table madoguchi.application drop column out_of_hours_reason;
