-- Who keeps answers about a certificate in memory asks, before each answer, which certificates changed since he asked
-- last. What a transaction changed is known by the transaction, since its order of commit is no other number's order:
-- a snapshot says of each whether it could be seen.

alter table madoguchi.certificate add column status_tx xid8;
comment on column madoguchi.certificate.status_tx is
  'The transaction that last changed what the status service says of it; null where nothing did since it was published';
create index certificate_status_tx on madoguchi.certificate (status_tx) where status_tx is not null;

create function madoguchi.note_status_change() returns trigger language plpgsql as $$
begin
  new.status_tx := pg_current_xact_id();
  return new;
end
$$;

-- What is planned or issued is unknown, and an unknown certificate is kept in no memory.
create trigger certificate_status_change
  before update on madoguchi.certificate
  for each row
  when (old.state in ('VALID', 'SUSPENDED', 'REVOKED')
    and (old.state, old.revoked_at, old.revocation_reason)
      is distinct from (new.state, new.revoked_at, new.revocation_reason))
  execute function madoguchi.note_status_change();
