create sequence madoguchi.card_writing_seq start with 50 increment by 50;

create table madoguchi.card_writing (
  id bigint primary key,
  reception_number varchar(40) not null,
  position smallint not null,
  type varchar(20) not null check (type in ('SIGNATURE', 'USER_AUTHENTICATION')),
  card_serial varchar(15) not null,
  resident_id bigint not null,
  subject_name text not null,
  subject_birth_date date,
  subject_sex varchar(10),
  subject_address text not null,
  last_day date not null,
  transaction_id bytea not null unique check (octet_length(transaction_id) = 16),
  state varchar(20) not null check (state in ('PLANNED', 'KEY_REQUESTED', 'KEY_KNOWN',
    'CERTIFICATE_ISSUED', 'WRITTEN', 'ACTIVATION_SENT', 'ACTIVE', 'CANCELLED')),
  certificate_serial varchar(40),
  certificate_length integer,
  certificate_hash bytea check (octet_length(certificate_hash) = 32),
  bytes_written integer not null default 0,
  process_past_signing boolean not null default false,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  active_at timestamptz,
  published_at timestamptz,
  version integer not null default 0,
  unique (reception_number, type),
  check (state in ('PLANNED', 'KEY_REQUESTED', 'CANCELLED') or certificate_serial is not null),
  check (state in ('PLANNED', 'KEY_REQUESTED', 'KEY_KNOWN', 'CANCELLED')
    or certificate_hash is not null),
  check (state <> 'ACTIVE' or active_at is not null)
);
comment on table madoguchi.card_writing is
  'The journal of card writing: one row per certificate of a case, its state committed before each send to the card';
comment on column madoguchi.card_writing.transaction_id is
  'Names the writing on the card; a new one for each key';
comment on column madoguchi.card_writing.bytes_written is
  'How much of the certificate the card has, as its own journal last said';
comment on column madoguchi.card_writing.process_past_signing is
  'The case''s process was told of the staged key once; a second key is not announced to it';

create unique index card_writing_open on madoguchi.card_writing (card_serial, type)
  where state not in ('ACTIVE', 'CANCELLED');
comment on index madoguchi.card_writing_open is
  'A card is written for one case at a time, and found by its serial when it is put on a reader';
