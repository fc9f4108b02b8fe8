create sequence madoguchi.reception_number_seq;

create table madoguchi.application (
  reception_number text primary key check (reception_number ~ '^\d{4}-\d{6}-\d$'),
  resident_id bigint not null references madoguchi.resident (id),
  card_serial text,
  kind text not null check (kind in ('NEW', 'RENEWAL', 'REISSUANCE')),
  reissue_reason text check (reissue_reason in ('LOSS', 'RECORD_CHANGE', 'OTHER')),
  route text not null check (route in ('SELF', 'PROXY', 'LEGAL_REPRESENTATIVE')),
  signature boolean not null,
  user_authentication boolean not null,
  contact text not null,
  out_of_hours_reason text,
  fee_yen int not null check (fee_yen >= 0),
  state text not null check (state in ('OPEN', 'ISSUED', 'WITHDRAWN', 'REFUSED')),
  received_at timestamptz not null,
  received_by text not null,
  holder text not null,
  terminal text,
  closed_at timestamptz,
  version int not null,
  check (signature or user_authentication),
  check ((kind = 'REISSUANCE') = (reissue_reason is not null)),
  check ((state = 'OPEN') = (closed_at is null))
);
comment on table madoguchi.application is 'What a case is; where an open case stands is the process''s to say';
create unique index application_one_open on madoguchi.application (resident_id) where state = 'OPEN';
comment on index madoguchi.application_one_open is 'R-NO-DUPLICATE: one open application per person';
create index application_by_resident on madoguchi.application (resident_id, received_at desc);
create index application_by_receipt on madoguchi.application (received_at desc);
create index application_by_state on madoguchi.application (state, received_at desc);
create index application_by_closing on madoguchi.application (closed_at) where closed_at is not null;

create sequence madoguchi.paper_check_seq increment by 50 start with 50;
create table madoguchi.paper_check (
  id bigint primary key,
  reception_number text not null references madoguchi.application (reception_number),
  visit int not null check (visit in (1, 2)),
  document text not null,
  confirmed_by text not null,
  confirmed_at timestamptz not null,
  unique (reception_number, visit, document)
);
comment on table madoguchi.paper_check is 'R-ORIGINALS: each paper seen as an original, by whom and when';

create sequence madoguchi.case_note_seq increment by 50 start with 50;
create table madoguchi.case_note (
  id bigint primary key,
  reception_number text not null references madoguchi.application (reception_number),
  text text not null check (length(text) between 1 and 2000),
  written_by text not null,
  written_at timestamptz not null
);
create index case_note_by_case on madoguchi.case_note (reception_number, id);

create table madoguchi.answered_once (
  idempotency_key text not null check (length(idempotency_key) between 1 and 200),
  caller text not null,
  reception_number text not null,
  answered_at timestamptz not null,
  primary key (caller, idempotency_key)
);
comment on table madoguchi.answered_once is 'A request that is sent again with its Idempotency-Key gets the first answer';
create index answered_once_by_age on madoguchi.answered_once (answered_at);
