create table madoguchi.terminal_credential (
  fingerprint varchar(64) primary key check (fingerprint ~ '^[0-9a-f]{64}$'),
  terminal_id varchar(20) not null references madoguchi.terminal (id),
  kind varchar(11) not null check (kind in ('CERTIFICATE', 'SECRET')),
  issued_at timestamptz not null,
  valid_until timestamptz not null,
  first_used_at timestamptz,
  ended_at timestamptz
);
comment on table madoguchi.terminal_credential is
  'By what the agents of the terminals prove who they are; its times are the machine''s own, never moved';
comment on column madoguchi.terminal_credential.fingerprint is
  'SHA-256, in hexadecimal digits, of the certificate (DER) or of the secret''s 64 hexadecimal digits';
comment on column madoguchi.terminal_credential.first_used_at is
  'The first use of a credential ends those that the terminal had before';
comment on column madoguchi.terminal_credential.ended_at is
  'Followed by another one, or revoked: the trail tells which';
create index terminal_credential_by_terminal on madoguchi.terminal_credential (terminal_id)
  where ended_at is null;

insert into madoguchi.terminal_credential
  (fingerprint, terminal_id, kind, issued_at, valid_until, first_used_at)
  select encode(secret_hash, 'hex'), id, 'SECRET', enrolled_at, now() + interval '90 days', enrolled_at
  from madoguchi.terminal;
alter table madoguchi.terminal drop column secret_hash;
alter table madoguchi.terminal rename column enrolled_at to registered_at;
alter table madoguchi.terminal add column retired_at timestamptz;

create table madoguchi.pairing_code (
  terminal_id varchar(20) primary key references madoguchi.terminal (id),
  code_hash bytea not null check (octet_length(code_hash) = 32),
  valid_until timestamptz not null,
  failures integer not null default 0 check (failures >= 0)
);
comment on table madoguchi.pairing_code is
  'One-time codes by which agents enrol: one a terminal, used once, gone after a few wrong tries';
