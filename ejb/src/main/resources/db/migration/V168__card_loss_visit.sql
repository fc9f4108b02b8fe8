-- R-PROXY-DOCS-1: who came for a lost card, to have it released or revoked. Each that came has a row; none is changed.
create sequence madoguchi.card_loss_visit_seq increment by 50 start with 50;
create table madoguchi.card_loss_visit (
  id bigint primary key,
  card_loss bigint not null references madoguchi.card_loss (id),
  purpose text not null check (purpose in ('RELEASE', 'REVOCATION')),
  route text not null check (route in ('SELF', 'PROXY', 'LEGAL_REPRESENTATIVE')),
  same_household boolean not null,
  proxy_name text check (length(proxy_name) between 1 and 100),
  proxy_birth_date date,
  proxy_address text check (length(proxy_address) between 1 and 200),
  proxy_relation text check (length(proxy_relation) between 1 and 40),
  document_kind text references madoguchi.identity_document_kind (code),
  document_expires_on date,
  document_number_hash bytea check (length(document_number_hash) = 32),
  document_number_end text check (length(document_number_end) between 1 and 4),
  received_at timestamptz not null,
  received_by text not null,
  check ((route = 'SELF') = (proxy_name is null)),
  check ((proxy_name is null) = (document_number_hash is null))
);
comment on table madoguchi.card_loss_visit is
  'Who came for a card that was reported lost, and for what: its release, or the end of its certificates';
comment on column madoguchi.card_loss_visit.document_number_hash is
  'R-MINIMUM: HMAC-SHA256 of the number of the proxy''s document, under a key that is in no table';
create index card_loss_visit_by_loss on madoguchi.card_loss_visit (card_loss, id);
create trigger card_loss_visit_is_kept before update or delete on madoguchi.card_loss_visit
  for each row execute function madoguchi.refuse_change();
