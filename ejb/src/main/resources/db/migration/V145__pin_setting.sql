-- R-PINS: a PIN of a card that is changed or reset. The PIN itself is never here.
create sequence madoguchi.pin_setting_seq increment by 50 start with 50;
create table madoguchi.pin_setting (
  id bigint primary key,
  case_number varchar(40) not null,
  type varchar(20) not null check (type in ('SIGNATURE', 'USER_AUTHENTICATION')),
  way varchar(10) not null check (way in ('CHANGE', 'RESET')),
  card_serial varchar(15) not null,
  state varchar(20) not null check (state in ('AWAITED', 'READY', 'CURRENT_SENT', 'CURRENT_PROVEN', 'NEW_SENT',
    'SET', 'GIVEN_UP')),
  tries_left smallint check (tries_left between 0 and 15),
  last_try varchar(10) check (last_try in ('WRONG', 'IN_DOUBT')),
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 0,
  unique (case_number, type),
  check (way = 'CHANGE' or (state not in ('CURRENT_SENT', 'CURRENT_PROVEN') and last_try is null))
);
comment on table madoguchi.pin_setting is
  'The journal of PIN settings: one row per PIN of a case, its state committed before each send to the card';
comment on column madoguchi.pin_setting.tries_left is 'How many wrong tries the card still takes, as it said last';
comment on column madoguchi.pin_setting.last_try is
  'What came of the current PIN that was sent last; IN_DOUBT: the card went away before it said';
create unique index pin_setting_open on madoguchi.pin_setting (card_serial, type)
  where state not in ('SET', 'GIVEN_UP');
comment on index madoguchi.pin_setting_open is
  'A card''s PIN is set for one case at a time, and the case is found by the card that is put on a reader';
