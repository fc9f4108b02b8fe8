-- R-LAPSE-SIGN, R-LAPSE-AUTH: what a change of the register did to a resident's certificates.
create sequence madoguchi.lapse_seq increment by 50 start with 50;
create table madoguchi.lapse (
  id bigint primary key,
  resident_id bigint not null references madoguchi.resident (id),
  changes text not null check (changes ~ '^[A-Z_]+( [A-Z_]+)*$'),
  decided_at timestamptz not null,
  notice text not null check (notice in ('NONE', 'DUE', 'TOLD', 'DROPPED')),
  told_at timestamptz,
  told_by text,
  check ((notice = 'TOLD') = (told_at is not null)),
  check ((told_at is null) = (told_by is null))
);
comment on table madoguchi.lapse is
  'A change of the register that concerned certificates; the process record-change has the key L-<id>';
comment on column madoguchi.lapse.changes is 'What was different: RecordChange, with spaces between';
comment on column madoguchi.lapse.notice is
  'Whether the holder is to be told: NONE not, DUE still to do, TOLD done, DROPPED since the holder died before';
create index lapse_due on madoguchi.lapse (decided_at, id) where notice = 'DUE';
create index lapse_by_resident on madoguchi.lapse (resident_id, id);

create sequence madoguchi.lapse_certificate_seq increment by 50 start with 50;
create table madoguchi.lapse_certificate (
  id bigint primary key,
  lapse_id bigint not null references madoguchi.lapse (id),
  serial numeric(49) not null references madoguchi.certificate (serial),
  type text not null check (type in ('SIGNATURE', 'USER_AUTHENTICATION')),
  outcome text,
  applied_at timestamptz,
  rule text,
  reason text,
  reason_en text,
  source text,
  source_en text,
  notice boolean not null default false,
  constraint lapse_certificate_once unique (lapse_id, serial),
  check ((outcome is null) = (rule is null)),
  check ((outcome is null) = (reason is null)),
  check ((outcome is null) = (reason_en is null)),
  check (applied_at is null or outcome is not null)
);
comment on table madoguchi.lapse_certificate is
  'Each certificate that the change concerned, and what the table lapse said of it, in the words of that day';
comment on column madoguchi.lapse_certificate.outcome is
  'RFC 5280 reason code; null where the certificate stays as it is';
comment on column madoguchi.lapse_certificate.applied_at is
  'When it was revoked, suspended or reinstated; null where it was not live, which is made up for when it goes live';
create index lapse_certificate_by_serial on madoguchi.lapse_certificate (serial);
