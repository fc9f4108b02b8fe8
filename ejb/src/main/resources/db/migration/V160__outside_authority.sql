-- Certificates of another authority, asked for by CMP (RFC 4210).

create table madoguchi.outside_issuer (
  key_id varchar(64) primary key check (key_id ~ '^[0-9a-f]{40}$'),
  certificate bytea not null
);
comment on table madoguchi.outside_issuer is
  'Authorities outside that issued something for this office; their certificates are written onto cards';

alter table madoguchi.certificate
  alter column authority_key_id drop not null,
  add column outside_key_id varchar(64) references madoguchi.outside_issuer (key_id),
  add column outside_pending boolean not null default false,
  add constraint certificate_one_issuer
    check ((authority_key_id is null) <> (outside_key_id is null)),
  add constraint certificate_outside_is_told
    check (not (outside_pending and outside_key_id is null)),
  add constraint certificate_outside_is_on_no_list
    check (not (list_pending and authority_key_id is null));
comment on column madoguchi.certificate.outside_pending is
  'Revoked, suspended or reinstated here, and the authority outside was not told yet';
create index certificate_outside_pending on madoguchi.certificate (serial) where outside_pending;

create sequence madoguchi.outside_request_seq increment by 50 start with 50;
create table madoguchi.outside_request (
  id bigint primary key,
  type varchar(20) not null check (type in ('SIGNATURE', 'USER_AUTHENTICATION')),
  resident_id bigint not null,
  reception_number varchar(40) not null,
  key_hash bytea not null check (length(key_hash) = 32),
  template bytea not null,
  transaction_id bytea not null unique check (length(transaction_id) = 16),
  peer_nonce bytea,
  state varchar(10) not null check (state in
    ('ASKED', 'WAITING', 'OFFERED', 'UNFIT', 'DONE', 'REFUSED', 'WITHDRAWN')),
  withdrawn boolean not null default false,
  certificate bytea,
  fault text,
  serial numeric(49) references madoguchi.certificate (serial),
  restarts integer not null default 0,
  tries integer not null default 0,
  asked_at timestamptz not null,
  next_at timestamptz not null,
  claimed_until timestamptz,
  constraint outside_request_key_once unique (key_hash),
  check (state not in ('OFFERED', 'UNFIT', 'DONE') or certificate is not null),
  check ((state = 'DONE') = (serial is not null)),
  check (state not in ('UNFIT', 'REFUSED') or fault is not null)
);
comment on table madoguchi.outside_request is
  'The journal of certificates asked for outside: committed before each message, so that a retry goes on with its transaction';
comment on column madoguchi.outside_request.template is
  'CertTemplate (RFC 4211) in DER: what was asked, and what the certificate is held against';
comment on column madoguchi.outside_request.claimed_until is
  'One node speaks for a request at a time; a claim that was left behind runs out';
create index outside_request_open on madoguchi.outside_request (next_at)
  where state in ('ASKED', 'WAITING', 'OFFERED', 'UNFIT');
create index outside_request_reception on madoguchi.outside_request (reception_number, type);
