create table madoguchi.inquiry_letter (
  code text primary key check (code ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}$'),
  reception_number text not null references madoguchi.application (reception_number),
  issue int not null check (issue >= 1),
  state text not null check (state in ('PRINTED', 'POSTED', 'UNDELIVERED', 'ANSWERED', 'OVERDUE', 'VOID')),
  reason text check (length(reason) between 1 and 200),
  printed_by text not null,
  printed_at timestamptz not null,
  posted_by text,
  posted_at timestamptz,
  due_on date,
  reminded_at timestamptz,
  undelivered_reason text check (length(undelivered_reason) between 1 and 200),
  ended_by text,
  ended_at timestamptz,
  version int not null,
  unique (reception_number, issue),
  check ((issue = 1) = (reason is null)),
  check ((posted_at is null) = (due_on is null)),
  check (state not in ('POSTED', 'UNDELIVERED', 'ANSWERED', 'OVERDUE') or posted_at is not null),
  check ((state in ('PRINTED', 'POSTED')) = (ended_at is null))
);
comment on table madoguchi.inquiry_letter is 'R-LETTER-STATES: the ledger of letters; who printed which, when and why';
create unique index inquiry_letter_one_current on madoguchi.inquiry_letter (reception_number)
  where state in ('PRINTED', 'POSTED');
comment on index madoguchi.inquiry_letter_one_current is 'A reprint voids the letter before it';
create index inquiry_letter_by_state on madoguchi.inquiry_letter (state, printed_at) where state = 'PRINTED';
create index inquiry_letter_by_due on madoguchi.inquiry_letter (due_on) where state = 'POSTED';
create index inquiry_letter_by_posting on madoguchi.inquiry_letter (posted_at) where posted_at is not null;
create index inquiry_letter_by_end on madoguchi.inquiry_letter (state, ended_at) where ended_at is not null;

create sequence madoguchi.return_visit_seq increment by 50 start with 50;
create table madoguchi.return_visit (
  id bigint primary key,
  reception_number text not null references madoguchi.application (reception_number),
  letter_code text not null references madoguchi.inquiry_letter (code),
  opened_by text not null,
  opened_at timestamptz not null,
  proxy_finding text check (proxy_finding in ('SAME_DOCUMENT', 'OTHER_DOCUMENT', 'OTHER_PERSON')),
  proxy_found_by text,
  proxy_found_at timestamptz,
  approved_by text,
  document_kind text references madoguchi.identity_document_kind (code),
  document_expires_on date,
  document_number_hash bytea check (length(document_number_hash) = 32),
  document_number_end text check (length(document_number_end) between 1 and 4),
  reply_finding text check (reply_finding in ('ACCEPTED', 'UNSEALED', 'INCOMPLETE', 'UNSIGNED', 'NO_POWER_OF_ATTORNEY', 'OTHER_LETTER')),
  way_on text check (way_on in ('COME_AGAIN', 'NEW_LETTER')),
  reply_found_by text,
  reply_found_at timestamptz,
  check ((proxy_finding is null) = (proxy_found_at is null)),
  check ((reply_finding is null) = (reply_found_at is null)),
  check (proxy_finding <> 'OTHER_DOCUMENT' or approved_by is not null),
  check ((reply_finding is null or reply_finding = 'ACCEPTED') = (way_on is null)),
  check (approved_by is null or approved_by <> proxy_found_by)
);
comment on table madoguchi.return_visit is 'R-SAME-PROXY, R-PROXY-DOCS-2: what was found at each return visit, and the way on';
create index return_visit_by_case on madoguchi.return_visit (reception_number, id);
create index return_visit_by_letter on madoguchi.return_visit (letter_code);
