create table madoguchi.terminal (
  id varchar(20) primary key check (id ~ '^[A-Z0-9][A-Z0-9-]*$'),
  name text not null check (name <> ''),
  secret_hash bytea not null check (octet_length(secret_hash) = 32),
  enrolled_at timestamptz not null,
  last_seen timestamptz,
  agent_version varchar(40)
);
comment on table madoguchi.terminal is 'The terminals of the counter, each with a card reader and its agent';
comment on column madoguchi.terminal.secret_hash is 'SHA-256 of the 256 random bits by which the agent calls';
comment on column madoguchi.terminal.last_seen is 'When the agent last called, to within half a minute';

create table madoguchi.reader_lease (
  terminal_id varchar(20) primary key references madoguchi.terminal (id),
  reception_number varchar(40) not null unique,
  until timestamptz not null
);
comment on table madoguchi.reader_lease is 'Which reader works for which case: one case a reader, one reader a case';
