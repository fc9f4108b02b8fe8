alter table madoguchi.application
  add column withdrawn_by text check (withdrawn_by in ('APPLICANT', 'REPRESENTATIVE', 'OFFICE'));
comment on column madoguchi.application.withdrawn_by is 'Whose wish the withdrawal was; null for what was withdrawn before it was asked';

create sequence madoguchi.refusal_reason_seq increment by 50 start with 50;
create table madoguchi.refusal_reason (
  id bigint primary key,
  reception_number text not null references madoguchi.application (reception_number),
  rule text not null check (rule ~ '^R-[A-Z0-9-]{1,40}$'),
  reason text not null,
  reason_en text not null,
  remedy text,
  remedy_en text,
  source text not null,
  source_en text not null,
  possible_from date,
  check ((remedy is null) = (remedy_en is null))
);
comment on table madoguchi.refusal_reason is 'R-ALL-REASONS, R-RECHECK: why a case ended without issue, in the words of that day';
create index refusal_reason_by_case on madoguchi.refusal_reason (reception_number, id);

alter table madoguchi.case_confirmation
  drop constraint case_confirmation_item_check,
  add constraint case_confirmation_item_check
    check (item in ('SAME_PERSON', 'PROXY_SAME_PERSON', 'NOTICE_IN_DATE', 'REPLY_SEALED', 'REPLY_FILLED_IN', 'REPLY_SIGNED',
      'SUBSTITUTES_AGREED', 'CARD_RETURNED', 'COPY_GIVEN'));
