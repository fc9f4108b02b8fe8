alter table madoguchi.approval
  drop constraint approval_exception_check,
  add constraint approval_exception_check
    check (exception in ('WARD', 'OUT_OF_HOURS', 'OTHER_DOCUMENT'));
alter table madoguchi.case_confirmation
  drop constraint case_confirmation_item_check,
  add constraint case_confirmation_item_check
    check (item in ('SAME_PERSON', 'PROXY_SAME_PERSON', 'REPLY_SEALED', 'REPLY_FILLED_IN', 'REPLY_SIGNED',
      'SUBSTITUTES_AGREED', 'CARD_RETURNED', 'COPY_GIVEN'));
