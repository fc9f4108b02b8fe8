-- Writes the residents of residents.sql as a file for POST /api/residents/import:
--
--   psql -qAt -f bench/residents-csv.sql -o residents.csv <database>
copy (
  select
    register_number, name, kana, birth_date, sex, postal_code, address,
    household_id as household_number, status, moved_away_on, died_on, stay_until,
    adult_ward::int as adult_ward, serial as card_serial, kind as card_kind,
    expires_on as card_expires_on, state as card_state
  from madoguchi.resident r
  left join madoguchi.resident_card c on c.resident_id = r.id
  where register_number like 'BENCH-%'
  order by r.id
) to stdout with (format csv, header true);
