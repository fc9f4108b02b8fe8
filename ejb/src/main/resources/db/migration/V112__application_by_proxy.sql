alter table madoguchi.application
  add column notice_reply boolean not null default false,
  add column same_household boolean not null default false,
  drop constraint application_state_check,
  add constraint application_state_check
    check (state in ('OPEN', 'ISSUED', 'WITHDRAWN', 'REFUSED', 'LAPSED'));
comment on column madoguchi.application.notice_reply is 'R-PROXY-NOTICE: the proxy brought the reply that came with the expiry notice';
comment on column madoguchi.application.same_household is 'R-LEGAL-REP: the representative lives in the applicant''s household';
