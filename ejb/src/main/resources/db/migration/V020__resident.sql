-- The resident register, as the embedded adapter keeps it.
-- Steps of 50: a block taken by the persistence layer and a single number never meet.
create sequence madoguchi.resident_seq increment by 50 start with 50;

create table madoguchi.resident (
  id bigint primary key default nextval('madoguchi.resident_seq'),
  register_number text not null unique check (register_number ~ '^[0-9A-Za-z-]{1,20}$'),
  name text not null,
  name_key text collate "C" not null,
  kana text not null,
  kana_key text collate "C" not null,
  birth_date date not null check (birth_date >= date '1868-01-25'),
  sex smallint not null check (sex in (1, 2, 3)),
  postal_code text not null check (postal_code ~ '^[0-9]{7}$'),
  address text not null,
  household_id bigint check (household_id > 0),
  status text not null check (status in ('RESIDENT', 'MOVED_AWAY', 'DECEASED')),
  moved_away_on date,
  died_on date,
  stay_until date,
  adult_ward boolean not null default false,
  version bigint not null default 0,
  constraint name_is_well_formed check (
    name <> '' and char_length(name) <= 200 and name !~ '[\x01-\x1f\x7f]'
    and name !~ '^[ 　]|[ 　]$|[ 　]{2}'
    and (name ~ '^[ -~]+$' or strpos(name, ' ') = 0)),
  constraint kana_is_full_width check (char_length(kana) <= 200 and kana ~ '^[ァ-ヺー・　]*$'),
  constraint address_begins_with_the_prefecture check (
    left(address, 4) in ('神奈川県', '和歌山県', '鹿児島県')
    or left(address, 3) in (
      '北海道', '青森県', '岩手県', '宮城県', '秋田県', '山形県', '福島県', '茨城県', '栃木県', '群馬県', '埼玉県',
      '千葉県', '東京都', '新潟県', '富山県', '石川県', '福井県', '山梨県', '長野県', '岐阜県', '静岡県', '愛知県',
      '三重県', '滋賀県', '京都府', '大阪府', '兵庫県', '奈良県', '鳥取県', '島根県', '岡山県', '広島県', '山口県',
      '徳島県', '香川県', '愛媛県', '高知県', '福岡県', '佐賀県', '長崎県', '熊本県', '大分県', '宮崎県', '沖縄県')),
  constraint address_has_no_control_characters check (address !~ '[\x01-\x1f\x7f]'),
  constraint address_fits_the_certificate check (
    char_length(address) <= 200
    or char_length(regexp_replace(address, U&'[\FE00-\FE0F\+0E0100-\+0E01EF]', '', 'g')) <= 200),
  constraint who_moved_away_has_the_day check (status <> 'MOVED_AWAY' or moved_away_on is not null),
  constraint who_died_has_the_day check ((status = 'DECEASED') = (died_on is not null)),
  constraint nobody_dies_before_birth check (died_on >= birth_date),
  constraint nobody_moves_before_birth check (moved_away_on >= birth_date)
);
comment on table madoguchi.resident is 'The resident register (住民基本台帳); never holds a 個人番号';
comment on column madoguchi.resident.register_number is 'The register''s own number of the resident (宛名番号)';
comment on column madoguchi.resident.name is 'Surname and given name with U+3000 between; a name in Latin letters keeps U+0020';
comment on column madoguchi.resident.name_key is 'The name folded for search: SearchKey.ofName';
comment on column madoguchi.resident.kana_key is 'The reading folded for search: SearchKey.ofKana';
comment on column madoguchi.resident.address is 'Prefecture first, no postal code, up to 200 characters, a variation selector counted with its base';
comment on column madoguchi.resident.stay_until is 'Last day of a foreign resident''s period of stay (R-STAY)';
comment on column madoguchi.resident.adult_ward is '成年被後見人 (R-WARD)';

-- Each search walks one of these in the order in which it shows its results.
create index resident_by_kana on madoguchi.resident (kana_key, id);
create index resident_by_name on madoguchi.resident (name_key, id);
create index resident_by_birth_date on madoguchi.resident (birth_date, kana_key, id);
create index resident_by_household on madoguchi.resident (household_id) where household_id is not null;

create table madoguchi.resident_card (
  serial text primary key check (serial ~ '^[0-9A-Z]{15}$'),
  resident_id bigint not null references madoguchi.resident (id),
  kind text not null check (kind in ('MY_NUMBER', 'JUKI')),
  expires_on date not null,
  state text not null check (state in ('VALID', 'SUSPENDED', 'LOST', 'REVOKED')),
  version bigint not null default 0
);
comment on table madoguchi.resident_card is 'The cards that residents hold or held';
comment on column madoguchi.resident_card.expires_on is 'Last day on which the card is good';
create index resident_card_by_resident on madoguchi.resident_card (resident_id);
create unique index one_valid_card_for_each_resident on madoguchi.resident_card (resident_id)
  where kind = 'MY_NUMBER' and state = 'VALID';
