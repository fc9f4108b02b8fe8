create sequence madoguchi.case_confirmation_seq increment by 50 start with 50;
create table madoguchi.case_confirmation (
  id bigint primary key,
  reception_number text not null references madoguchi.application (reception_number),
  item text not null check (item in ('SAME_PERSON', 'SUBSTITUTES_AGREED', 'CARD_RETURNED', 'COPY_GIVEN')),
  detail text not null,
  confirmed_by text not null,
  confirmed_at timestamptz not null,
  unique (reception_number, item)
);
comment on table madoguchi.case_confirmation is
  'What a clerk confirmed at a step besides the papers, by whom and when';
comment on column madoguchi.case_confirmation.detail is
  'What the applicant agreed to, where the item alone does not say it';
create trigger case_confirmation_is_kept before update or delete on madoguchi.case_confirmation
  for each row execute function madoguchi.refuse_change();
