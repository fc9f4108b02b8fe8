alter table madoguchi.card_writing
  add column key_requested_at timestamptz,
  add column key_known_at timestamptz,
  add column issued_at timestamptz,
  add column activation_sent_at timestamptz;
comment on column madoguchi.card_writing.key_requested_at is
  'With the three after it and active_at: how long each step takes in this office';
