-- カードの紛失(一時停止): reported, held, and later found or not.
alter table madoguchi.resident_card add column held_at timestamptz;
comment on column madoguchi.resident_card.held_at is
  'Since when this office holds the card, whatever the register says of it; no case is done with it';

create sequence madoguchi.card_loss_seq;
create table madoguchi.card_loss (
  id bigint primary key,
  resident_id bigint not null references madoguchi.resident (id),
  card_serial text not null references madoguchi.resident_card (serial),
  channel text not null check (channel in ('PHONE', 'COUNTER')),
  reporter text not null check (reporter in ('HOLDER', 'LEGAL_REPRESENTATIVE', 'FAMILY', 'OTHER')),
  reporter_name text not null check (length(reporter_name) <= 100),
  identity_check text not null check (identity_check ~ '^[A-Z_]+( [A-Z_]+)*$'),
  circumstances text not null check (length(circumstances) between 1 and 500),
  police_number text not null check (length(police_number) <= 40),
  reported_at timestamptz not null,
  reported_by text not null,
  state text not null check (state in ('HELD', 'RELEASED', 'REVOKED', 'ENDED')),
  ending text check (ending in ('FOUND', 'NOT_FOUND', 'KEY_COMPROMISE', 'DECEASED', 'MOVED_AWAY',
    'CARD_REVOKED', 'CARD_REPLACED')),
  ended_at timestamptz,
  ended_by text,
  check ((reporter = 'HOLDER') = (reporter_name = '')),
  check ((state = 'HELD') = (ending is null)),
  check ((ending is null) = (ended_at is null)),
  check ((ended_at is null) = (ended_by is null))
);
comment on table madoguchi.card_loss is
  'A card that was reported lost; the process card-lost has the key K-<id>';
comment on column madoguchi.card_loss.identity_check is
  'By what the clerk knew the caller: questions answered, or the paper seen, with spaces between';
comment on column madoguchi.card_loss.police_number is '遺失届・盗難届の受理番号, empty where there is none';
create unique index card_loss_one_open on madoguchi.card_loss (card_serial) where state = 'HELD';
create index card_loss_held on madoguchi.card_loss (reported_at, id) where state = 'HELD';
create index card_loss_by_resident on madoguchi.card_loss (resident_id, id);
