-- Certificates that end soon (R-RENEWAL), and the notices to their holders (有効期限通知書).
create index certificate_ending on madoguchi.certificate (not_after, serial) include (type, resident_id)
  where state in ('VALID', 'SUSPENDED');
comment on index madoguchi.certificate_ending is 'What ends within three months, in the order of the list';

create sequence madoguchi.expiry_run_seq;
create table madoguchi.expiry_run (
  id bigint primary key default nextval('madoguchi.expiry_run_seq'),
  kind text not null check (kind in ('NIGHTLY', 'BY_HAND')),
  day date not null,
  ends_until date not null,
  state text not null check (state in ('RUNNING', 'STOPPING', 'STOPPED', 'INTERRUPTED', 'FAILED', 'DONE')),
  started_by text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  node text not null,
  attempt int not null default 1 check (attempt >= 1),
  beat_at timestamptz not null default clock_timestamp(),
  last_holder bigint not null default 0,
  holders int not null check (holders >= 0),
  examined int not null default 0,
  printed int not null default 0,
  fault text check (length(fault) between 1 and 200),
  check ((state in ('RUNNING', 'STOPPING')) = (ended_at is null)),
  check (printed <= examined)
);
comment on table madoguchi.expiry_run is
  'Runs of the batch that prints expiry notices; its checkpoint is kept here, with what it printed';
comment on column madoguchi.expiry_run.last_holder is 'Everybody up to this resident was seen to';
comment on column madoguchi.expiry_run.attempt is
  'Goes up when it is taken up again; an attempt that was given up cannot write any more';
comment on column madoguchi.expiry_run.beat_at is 'The database''s time of its last sign of life';
create unique index expiry_run_one_under_way on madoguchi.expiry_run ((true))
  where state in ('RUNNING', 'STOPPING');
create unique index expiry_run_one_a_night on madoguchi.expiry_run (day) where kind = 'NIGHTLY';

create sequence madoguchi.expiry_bundle_seq;
create table madoguchi.expiry_bundle (
  id bigint primary key default nextval('madoguchi.expiry_bundle_seq'),
  run_id bigint not null references madoguchi.expiry_run (id),
  printed_at timestamptz not null,
  pdf bytea,
  settled_at timestamptz,
  check ((pdf is null) = (settled_at is not null))
);
comment on table madoguchi.expiry_bundle is
  'Notices in one file for the printer; the file is removed once all of them are posted or taken out';
create index expiry_bundle_open on madoguchi.expiry_bundle (id) where settled_at is null;

create table madoguchi.expiry_notice (
  code text primary key check (code ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}$'),
  bundle_id bigint not null references madoguchi.expiry_bundle (id),
  place int not null check (place >= 1),
  resident_id bigint not null references madoguchi.resident (id),
  addressed_to text not null check (addressed_to ~ '^[0-9a-f]{64}$'),
  last_day date not null,
  state text not null check (state in ('PRINTED', 'POSTED', 'UNDELIVERED', 'ANSWERED', 'VOID')),
  printed_at timestamptz not null,
  posted_by text,
  posted_at timestamptz,
  ended_by text,
  ended_at timestamptz,
  note text check (length(note) between 1 and 200),
  reception_number text references madoguchi.application (reception_number),
  version int not null,
  unique (bundle_id, place),
  check ((posted_by is null) = (posted_at is null)),
  check (state not in ('POSTED', 'UNDELIVERED', 'ANSWERED') or posted_at is not null),
  check ((state in ('PRINTED', 'POSTED')) = (ended_at is null)),
  check ((state = 'ANSWERED') = (reception_number is not null))
);
comment on table madoguchi.expiry_notice is 'R-PROXY-NOTICE: each notice with the code of its reply form';
comment on column madoguchi.expiry_notice.addressed_to is
  'SHA-256 of name and address on paper, so that a change before the posting is noticed (R-MINIMUM)';
comment on column madoguchi.expiry_notice.last_day is
  'Of the certificate that ends first; until then the reply form can be brought';
comment on column madoguchi.expiry_notice.note is 'Why it was taken out, or what the envelope says';
create index expiry_notice_by_resident on madoguchi.expiry_notice (resident_id);
create index expiry_notice_to_post on madoguchi.expiry_notice (bundle_id) where state = 'PRINTED';

create table madoguchi.expiry_notice_certificate (
  code text not null references madoguchi.expiry_notice (code),
  serial numeric(49) not null references madoguchi.certificate (serial),
  counts boolean not null default true,
  primary key (code, serial)
);
comment on column madoguchi.expiry_notice_certificate.counts is
  'False once the notice was taken out before the posting: its holder then gets another one';
create unique index expiry_notice_once on madoguchi.expiry_notice_certificate (serial) where counts;
comment on index madoguchi.expiry_notice_once is 'One notice for a certificate, whatever breaks off in between';
