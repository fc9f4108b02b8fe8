create table madoguchi.fee_entry (
  receipt_number bigint primary key,
  reception_number text not null references madoguchi.application (reception_number),
  kind text not null check (kind in ('COLLECTED', 'REFUNDED')),
  amount_yen int not null check (amount_yen > 0),
  received_yen int,
  entered_by text not null,
  entered_at timestamptz not null,
  unique (reception_number, kind)
);
comment on table madoguchi.fee_entry is 'R-FEE-BOOK: a fee is collected once and, if nothing was issued, refunded once';
create index fee_entry_by_time on madoguchi.fee_entry (entered_at);

create table madoguchi.receipt_counter (
  only_row boolean primary key default true check (only_row),
  last_number bigint not null
);
insert into madoguchi.receipt_counter (last_number) values (0);
comment on table madoguchi.receipt_counter is 'Receipts are numbered without a gap';

create trigger fee_entry_is_kept before update or delete on madoguchi.fee_entry
  for each row execute function madoguchi.refuse_change();
