create table madoguchi.identity_document_kind (
  code text primary key check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  name text not null check (length(name) between 1 and 60),
  name_en text not null check (length(name_en) between 1 and 80),
  issuer text not null check (length(issuer) between 1 and 60),
  photo boolean not null,
  expires boolean not null,
  place int not null,
  in_use boolean not null default true,
  version int not null default 0
);
comment on table madoguchi.identity_document_kind is 'R-PROXY-DOCS-1: what a proxy shows to prove who they are; kept by a supervisor';

insert into madoguchi.identity_document_kind (code, name, name_en, issuer, photo, expires, place) values
  ('DRIVING_LICENCE', '運転免許証', 'Driving licence', '都道府県公安委員会', true, true, 10),
  ('MY_NUMBER_CARD', 'マイナンバーカード', 'My Number Card', '市区町村長', true, true, 20),
  ('PASSPORT', '旅券', 'Passport', '外務大臣', true, true, 30),
  ('RESIDENCE_CARD', '在留カード', 'Residence card', '出入国在留管理庁長官', true, true, 40),
  ('SPECIAL_PERMANENT_RESIDENT', '特別永住者証明書', 'Special permanent resident certificate', '法務大臣', true, true, 50),
  ('DRIVING_RECORD', '運転経歴証明書', 'Certificate of driving history', '都道府県公安委員会', true, false, 60),
  ('PHYSICAL_DISABILITY', '身体障害者手帳', 'Physical disability certificate', '都道府県知事・市長', true, false, 70),
  ('MENTAL_DISABILITY', '精神障害者保健福祉手帳', 'Mental disability certificate', '都道府県知事・市長', true, true, 80),
  ('INTELLECTUAL_DISABILITY', '療育手帳', 'Intellectual disability certificate', '都道府県知事・市長', true, false, 90);

create table madoguchi.proxy (
  reception_number text primary key references madoguchi.application (reception_number),
  kind text not null check (kind in ('APPOINTED', 'LEGAL')),
  name text not null check (length(name) between 1 and 100),
  birth_date date not null,
  address text not null check (length(address) between 1 and 200),
  relation text not null check (length(relation) between 1 and 40),
  document_kind text not null references madoguchi.identity_document_kind (code),
  document_issuer text not null check (length(document_issuer) between 1 and 60),
  document_expires_on date,
  document_number_hash bytea not null check (length(document_number_hash) = 32),
  document_number_end text not null check (length(document_number_end) between 1 and 4),
  recorded_by text not null,
  recorded_at timestamptz not null
);
comment on table madoguchi.proxy is 'Who acts for the applicant. R-MINIMUM: of the document''s number a keyed hash and its end';
