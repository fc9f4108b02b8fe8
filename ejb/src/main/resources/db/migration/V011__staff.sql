create table madoguchi.staff (
  login text primary key check (login ~ '^[a-z0-9][a-z0-9._-]{1,31}$'),
  display_name text not null check (length(display_name) between 1 and 100),
  roles text not null,
  password_hash text not null,
  active boolean not null default true,
  failures integer not null default 0 check (failures >= 0),
  waits_until timestamptz,
  locked_at timestamptz,
  stamp integer not null default 0
);
comment on table madoguchi.staff is 'Who may log in at the counter, and programs that call as one';
comment on column madoguchi.staff.roles is 'Role names in words apart by blanks';
comment on column madoguchi.staff.password_hash is
  'pbkdf2-sha256$<iterations>$<salt, Base64>$<hash, Base64>';
comment on column madoguchi.staff.failures is 'Wrong passwords in a row since the last login';
comment on column madoguchi.staff.waits_until is 'No attempt is looked at before this time';
comment on column madoguchi.staff.locked_at is
  'Since when the login is locked after repeated failures; an administrator unlocks it';
comment on column madoguchi.staff.stamp is
  'Counts every change of password, roles or standing; a session of an older stamp ends';

create table madoguchi.draft (
  login text not null references madoguchi.staff (login) on delete cascade,
  page text not null check (page ~ '^[A-Za-z0-9._:-]{1,64}$'),
  content text not null check (content is json and octet_length(content) <= 65536),
  at timestamptz not null,
  primary key (login, page)
);
comment on table madoguchi.draft is
  'What somebody had typed when a session ended; theirs alone, kept for seven days';
create index draft_by_time on madoguchi.draft (at);

create table madoguchi.paired_device (
  token_hash text primary key,
  kind text not null check (kind in ('WORKSTATION', 'SECOND_SCREEN')),
  terminal text not null check (terminal ~ '^[A-Za-z0-9._-]{1,64}$'),
  paired_by text not null,
  redeemed boolean not null,
  expires_at timestamptz not null
);
comment on table madoguchi.paired_device is
  'Browsers that stand at a counter: a clerk''s workstation, an applicant''s second screen';
comment on column madoguchi.paired_device.token_hash is
  'SHA-256 of the secret in the browser''s cookie, or of the one-time code before it is redeemed';
comment on column madoguchi.paired_device.redeemed is 'False while it is still a one-time code';
create index paired_device_by_expiry on madoguchi.paired_device (expires_at);
create index paired_device_by_terminal on madoguchi.paired_device (terminal, kind);
