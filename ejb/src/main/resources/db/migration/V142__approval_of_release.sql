-- R-SECOND-PERSON: that a lost card which was found is good again takes a second person.
alter table madoguchi.approval
  drop constraint approval_exception_check,
  add constraint approval_exception_check
    check (exception in ('WARD', 'OUT_OF_HOURS', 'OTHER_DOCUMENT', 'CARD_RELEASE')),
  add column card_loss bigint references madoguchi.card_loss (id),
  alter column kind drop not null,
  alter column route drop not null,
  add constraint approval_of_application_or_card
    check ((exception = 'CARD_RELEASE') = (card_loss is not null)
      and (card_loss is null) = (kind is not null)
      and (card_loss is null) = (route is not null));
comment on column madoguchi.approval.card_loss is
  'The lost card that is to be released; null where it is about an application';
create index approval_by_card_loss on madoguchi.approval (card_loss) where card_loss is not null;
