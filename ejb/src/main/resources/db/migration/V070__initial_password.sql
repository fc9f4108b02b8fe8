-- A password that an administrator sets is good for one login: its owner chooses another one then.
alter table madoguchi.staff add column initial_password boolean not null default false;
comment on column madoguchi.staff.initial_password is
  'Whether an administrator set the password, and its owner has not chosen one since';
