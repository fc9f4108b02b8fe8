-- Revocation lists of any size: their bytes in parts, so that neither making nor serving one holds it in memory, and
-- partitions by issuing distribution point.

alter table madoguchi.certificate add column list_partition integer check (list_partition >= 0);
comment on column madoguchi.certificate.list_partition is
  'The partition that its CRL distribution point names; null where that is the full list';
drop index madoguchi.certificate_revoked;
create index certificate_listed on madoguchi.certificate (type, serial) where revoked_at is not null;
create index certificate_listed_in_partition on madoguchi.certificate (type, list_partition, serial)
  where revoked_at is not null and list_partition is not null;

create table madoguchi.revocation_list_part (
  list varchar(40) not null references madoguchi.revocation_list (id) on delete cascade,
  position integer not null check (position >= 0),
  bytes bytea not null,
  primary key (list, position)
);
comment on table madoguchi.revocation_list_part is
  'The lists in DER, cut into parts; those of a list that was replaced are deleted after a while';
-- Serial numbers are random: compressing them costs time and saves nothing.
alter table madoguchi.revocation_list_part alter column bytes set storage external;

insert into madoguchi.revocation_list_part (list, position, bytes)
  select id, 0, der from madoguchi.revocation_list
  where id in (
    select distinct on (key_id) id from madoguchi.revocation_list order by key_id, number desc
  );

alter table madoguchi.revocation_list
  add column list_partition integer check (list_partition >= 0),
  add column entries integer check (entries >= 0),
  add column size bigint check (size > 0),
  add column newest boolean not null default false;
update madoguchi.revocation_list set size = length(der);
update madoguchi.revocation_list set newest = true
  where id in (select list from madoguchi.revocation_list_part);
alter table madoguchi.revocation_list
  alter column size set not null,
  alter column newest drop default,
  drop column der;
comment on column madoguchi.revocation_list.list_partition is
  'The issuing distribution point''s partition; null for the full list';
comment on column madoguchi.revocation_list.entries is
  'How many certificates it names; null for lists from before this was counted';
comment on column madoguchi.revocation_list.size is 'In bytes of DER';
drop index madoguchi.revocation_list_newest;
create unique index revocation_list_newest
  on madoguchi.revocation_list (key_id, list_partition) nulls not distinct where newest;
