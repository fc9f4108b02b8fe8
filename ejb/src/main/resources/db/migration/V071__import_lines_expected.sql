alter table madoguchi.resident_import
  add column lines_expected bigint not null default 0 check (lines_expected >= 0);
comment on column madoguchi.resident_import.lines_expected is
  'About how many lines the file has, counted by its line breaks when it was received; for the progress';
