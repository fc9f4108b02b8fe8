-- 失効申請 and 秘密鍵漏えい等届 (R-LAPSE-SIGN, R-LAPSE-AUTH): who asked, by what, and what ended.
create sequence madoguchi.revocation_request_seq;
create table madoguchi.revocation_request (
  id bigint primary key,
  resident_id bigint not null references madoguchi.resident (id),
  kind text not null check (kind in ('NO_LONGER_WANTED', 'KEY_COMPROMISE')),
  route text not null check (route in ('SELF', 'PROXY', 'LEGAL_REPRESENTATIVE')),
  same_household boolean not null,
  certificates text not null check (certificates ~ '^[0-9A-F]+( [0-9A-F]+)*$'),
  reason text not null check (length(reason) <= 500),
  proxy_name text check (length(proxy_name) between 1 and 100),
  proxy_birth_date date,
  proxy_address text check (length(proxy_address) between 1 and 200),
  proxy_relation text check (length(proxy_relation) between 1 and 40),
  document_kind text references madoguchi.identity_document_kind (code),
  document_expires_on date,
  document_number_hash bytea check (length(document_number_hash) = 32),
  document_number_end text check (length(document_number_end) between 1 and 4),
  received_at timestamptz not null,
  received_by text not null,
  slip_given_at timestamptz,
  slip_given_by text,
  check ((route = 'SELF') = (proxy_name is null)),
  check ((proxy_name is null) = (document_number_hash is null)),
  check ((slip_given_at is null) = (slip_given_by is null))
);
comment on table madoguchi.revocation_request is
  'A request to revoke certificates; the process revocation-request has the key V-<id>';
comment on column madoguchi.revocation_request.certificates is
  'Serial numbers of those that are asked for, in hexadecimal with spaces between; what ended with them stands in status_act';
comment on column madoguchi.revocation_request.document_number_hash is
  'R-MINIMUM: HMAC-SHA256 of the number of the proxy''s document, under a key that is in no table';
create index revocation_request_by_resident on madoguchi.revocation_request (resident_id, id);
create index revocation_request_newest on madoguchi.revocation_request (received_at, id);

-- R-ORIGINALS: each paper that was seen for a request (V-) or for a lost card (K-).
create sequence madoguchi.seen_paper_seq increment by 50 start with 50;
create table madoguchi.seen_paper (
  id bigint primary key,
  subject text not null check (subject ~ '^[VKP]-[1-9][0-9]{0,17}$'),
  document text not null,
  confirmed_by text not null,
  confirmed_at timestamptz not null
);
comment on table madoguchi.seen_paper is
  'That a clerk saw a paper as an original, for the request, the lost card or the visit for PINs with this key';
create index seen_paper_by_subject on madoguchi.seen_paper (subject, id);
create trigger seen_paper_is_kept before update or delete on madoguchi.seen_paper
  for each row execute function madoguchi.refuse_change();

create sequence madoguchi.status_act_seq increment by 50 start with 50;
create table madoguchi.status_act (
  id bigint primary key,
  subject text not null check (subject ~ '^[VK]-[1-9][0-9]{0,17}$'),
  serial numeric(49) not null references madoguchi.certificate (serial),
  type text not null check (type in ('SIGNATURE', 'USER_AUTHENTICATION')),
  reason text not null,
  done_at timestamptz not null
);
comment on table madoguchi.status_act is
  'Each certificate that a request or a lost card revoked, suspended or reinstated, in the order of the acts';
comment on column madoguchi.status_act.reason is 'RFC 5280 reason code: RevocationReason';
create index status_act_by_subject on madoguchi.status_act (subject, id);
create trigger status_act_is_kept before update or delete on madoguchi.status_act
  for each row execute function madoguchi.refuse_change();
