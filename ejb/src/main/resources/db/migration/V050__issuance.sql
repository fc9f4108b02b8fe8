-- The certification authority: its key generations, the certificates, and the published lists.

create table madoguchi.authority (
  key_id varchar(64) primary key check (key_id ~ '^[0-9a-f]{40}$'),
  type varchar(20) not null check (type in ('SIGNATURE', 'USER_AUTHENTICATION')),
  certificate bytea not null,
  responder_certificate bytea not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  is_current boolean not null,
  check (valid_from < valid_to)
);
comment on table madoguchi.authority is
  'One row for each key generation; all generations of a type share one distinguished name';
comment on column madoguchi.authority.key_id is
  'Subject key identifier in lower case hexadecimal: SHA-1 of the public key (RFC 5280 4.2.1.2)';
comment on column madoguchi.authority.responder_certificate is
  'Of the delegated OCSP responder; its key, like the authority''s, is in the keystore file only';
comment on column madoguchi.authority.is_current is 'The generation that signs new certificates';
create unique index authority_one_current on madoguchi.authority (type) where is_current;

create table madoguchi.certificate (
  serial numeric(49) primary key check (serial > 0),
  type varchar(20) not null check (type in ('SIGNATURE', 'USER_AUTHENTICATION')),
  authority_key_id varchar(64) not null references madoguchi.authority (key_id),
  state varchar(10) not null
    check (state in ('PLANNED', 'ISSUED', 'VALID', 'SUSPENDED', 'REVOKED')),
  resident_id bigint not null,
  reception_number varchar(40) not null,
  key_hash bytea not null check (length(key_hash) = 32),
  to_be_signed bytea not null,
  signature bytea,
  not_before timestamptz not null,
  not_after timestamptz not null,
  planned_at timestamptz not null,
  issued_at timestamptz,
  published_at timestamptz,
  revoked_at timestamptz,
  revocation_reason varchar(30),
  list_pending boolean not null default false,
  constraint certificate_key_once unique (key_hash),
  check (not_before < not_after),
  check ((signature is null) = (issued_at is null)),
  check (state not in ('ISSUED', 'VALID', 'SUSPENDED') or signature is not null),
  check ((state in ('SUSPENDED', 'REVOKED')) = (revoked_at is not null)),
  check ((revoked_at is null) = (revocation_reason is null)),
  check ((state = 'SUSPENDED') = (revocation_reason is not distinct from 'CERTIFICATE_HOLD'))
);
comment on column madoguchi.certificate.key_hash is
  'SHA-256 of the SubjectPublicKeyInfo: a key is certified once, in one certificate';
comment on column madoguchi.certificate.to_be_signed is
  'TBSCertificate in DER, stored before the signature; with the signature it is the certificate';
comment on column madoguchi.certificate.list_pending is
  'Revoked, suspended or reinstated since the last list was made';
create index certificate_resident on madoguchi.certificate (resident_id);
create index certificate_reception on madoguchi.certificate (reception_number);
create index certificate_revoked on madoguchi.certificate (type, not_after)
  where revoked_at is not null;
create index certificate_list_pending on madoguchi.certificate (type) where list_pending;

create table madoguchi.revocation_list (
  id varchar(40) primary key,
  type varchar(20) not null check (type in ('SIGNATURE', 'USER_AUTHENTICATION')),
  number bigint not null check (number > 0),
  key_id varchar(64) not null references madoguchi.authority (key_id),
  this_update timestamptz not null,
  next_update timestamptz not null,
  der bytea not null,
  constraint revocation_list_number unique (type, number),
  check (this_update < next_update)
);
comment on table madoguchi.revocation_list is
  'Every list ever published; numbers rise without end for each type, over all its generations';
create index revocation_list_newest on madoguchi.revocation_list (key_id, number);
