-- The counter's own tables stand in the schema madoguchi, the engine's in the schema engine.
create table madoguchi.office_clock (
  only_row boolean primary key default true check (only_row),
  offset_millis bigint not null default 0
);
comment on table madoguchi.office_clock is 'Training stage: by how much the office''s clock is moved';
insert into madoguchi.office_clock default values;
