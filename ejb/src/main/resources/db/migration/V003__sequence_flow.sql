create sequence madoguchi.sequence_flow_seq increment by 500 start with 500;
create table madoguchi.sequence_flow (
  id bigint primary key,
  reception_number text not null,
  process_instance text not null,
  definition text not null,
  flow text not null,
  taken_at timestamptz not null
);
comment on table madoguchi.sequence_flow is 'Which sequence flows each case took; the engine''s own history does not keep them';
create index sequence_flow_by_case on madoguchi.sequence_flow (reception_number, id);
