-- What the office enters about its days (R-CLOSED). A date is the natural key of both tables.
create table madoguchi.holiday (
  day date primary key,
  name varchar(60) not null
);
comment on table madoguchi.holiday is 'The Cabinet Office''s list (syukujitsu.csv) as it was imported last; empty until the first import';

create table madoguchi.special_day (
  day date primary key,
  opens time,
  closes time,
  reason varchar(100) not null,
  check ((opens is null) = (closes is null)),
  check (opens < closes)
);
comment on table madoguchi.special_day is 'Days that a supervisor closed or shortened';
comment on column madoguchi.special_day.opens is 'The shorter hours; null on a day that is closed';
