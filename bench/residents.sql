-- Fills the resident register for benchmarks with made-up residents, a good card each:
--
--   psql -v residents=1000000 -f bench/residents.sql <database>
--
-- The readings are chosen so that the search key is the reading without its space: no small kana,
-- no long vowels, no given name that begins with a vowel.
with parts as (
  select
    array['架空', '見本', '例題', '模型', '仮名', '下見', '手本', '真似', '空似', '試し'] as surnames,
    array['カクタ', 'ミホン', 'レナタ', 'モケタ', 'カリナ', 'シタミ', 'テホン', 'マネ', 'ソラニ', 'タメシ'] as surname_kana,
    array['太', '高', '直', '拓', '裕', '真', '澄', '次', '千', '里'] as given_names,
    array['フトシ', 'タカシ', 'ナオキ', 'タクミ', 'ヒロシ', 'マコト', 'スミレ', 'ツギト', 'チヒロ', 'サトミ'] as given_kana
), made_up as (
  select
    i,
    surnames[1 + i % 10] as surname,
    given_names[1 + i / 10 % 10] || chr(20000 + i / 100 % 10000) as given_name,
    surname_kana[1 + i % 10] as surname_kana,
    given_kana[1 + i / 10 % 10] || given_kana[1 + i / 100 % 10] || given_kana[1 + i / 1000 % 10] as given_kana,
    date '1926-01-01' + (i::bigint * 7919 % 36500)::int as birth_date
  from parts, generate_series(1, :residents) as i
), entered as (
  insert into madoguchi.resident (
    register_number, name, name_key, kana, kana_key, birth_date, sex, postal_code, address,
    household_id, status)
  select
    'BENCH-' || i, surname || '　' || given_name, surname || given_name,
    surname_kana || '　' || given_kana, surname_kana || given_kana, birth_date, 1 + i % 2,
    '2439999', '神奈川県厚木市架空町' || (1 + i % 9) || '丁目' || (1 + i % 97) || '番' || i || '号',
    2000000 + i / 2, 'RESIDENT'
  from made_up
  returning id, register_number
)
insert into madoguchi.resident_card (serial, resident_id, kind, expires_on, state)
select
  'BENCH' || lpad(substr(register_number, 7), 10, '0'), id, 'MY_NUMBER', date '2034-03-31', 'VALID'
from entered;

analyze madoguchi.resident, madoguchi.resident_card;
