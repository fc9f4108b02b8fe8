-- R-PINS: visits for the change or reset of a card's PINs. The process pin-reset has the key P-<id>.
create sequence madoguchi.pin_service_seq;
create table madoguchi.pin_service (
  id bigint primary key,
  resident_id bigint not null references madoguchi.resident (id),
  card_serial varchar(15) not null,
  signature_way varchar(10) check (signature_way in ('CHANGE', 'RESET')),
  authentication_way varchar(10) check (authentication_way in ('CHANGE', 'RESET')),
  route varchar(20) not null check (route in ('SELF', 'LEGAL_REPRESENTATIVE')),
  representative text check (length(representative) between 1 and 100),
  same_household boolean not null,
  state varchar(10) not null check (state in ('OPEN', 'DONE', 'GIVEN_UP')),
  terminal varchar(20),
  received_by text not null,
  received_at timestamptz not null,
  ended_at timestamptz,
  ending_reason text check (length(ending_reason) between 1 and 500),
  version integer not null default 0,
  check (signature_way is not null or authentication_way is not null),
  check ((route = 'LEGAL_REPRESENTATIVE') = (representative is not null)),
  check ((state = 'OPEN') = (ended_at is null))
);
comment on table madoguchi.pin_service is 'A visit in which the PINs of a card are changed or reset; the PINs are never here';
comment on column madoguchi.pin_service.signature_way is
  'What is done with the PIN; a change turns to a reset when the current PIN is locked or forgotten';
create unique index pin_service_open on madoguchi.pin_service (card_serial) where state = 'OPEN';
create index pin_service_by_resident on madoguchi.pin_service (resident_id, id);
