-- Key rollover as an act of two persons, safe wherever it is cut off.

alter table madoguchi.authority
  add column prepared boolean not null default false,
  add column new_with_old bytea,
  add column old_with_new bytea,
  add constraint authority_prepared_signs_nothing check (not (prepared and is_current));
comment on column madoguchi.authority.prepared is
  'Committed before its key is written: it signs nothing yet, and is dropped where the key never was';
comment on column madoguchi.authority.new_with_old is
  'Link certificate (RFC 4210 4.4): this key, signed by the former one';
comment on column madoguchi.authority.old_with_new is
  'Link certificate (RFC 4210 4.4): the former key, signed by this one';

create sequence madoguchi.authority_renewal_seq increment by 50 start with 50;
create table madoguchi.authority_renewal (
  id bigint primary key,
  type varchar(20) not null check (type in ('SIGNATURE', 'USER_AUTHENTICATION')),
  home varchar(10) not null check (home in ('FILE', 'TOKEN')),
  state varchar(10) not null check (state in ('ASKED', 'GRANTED', 'DONE', 'REFUSED', 'WITHDRAWN')),
  asked_reason text not null check (length(asked_reason) between 1 and 500),
  asked_by text not null,
  asked_at timestamptz not null,
  decided_reason text check (length(decided_reason) between 1 and 500),
  decided_by text,
  decided_at timestamptz,
  key_id varchar(64),
  check ((state in ('GRANTED', 'DONE', 'REFUSED')) = (decided_by is not null)),
  check ((decided_by is null) = (decided_at is null)),
  check ((decided_by is null) = (decided_reason is null)),
  check (state <> 'DONE' or key_id is not null),
  constraint authority_renewal_second_person check (decided_by <> asked_by)
);
comment on table madoguchi.authority_renewal is
  'R-SECOND-PERSON: a key rollover asked for by an administrator and granted by another person';
create unique index authority_renewal_one_open on madoguchi.authority_renewal (type)
  where state in ('ASKED', 'GRANTED');
