-- A node takes the numbers of the trail in blocks of a thousand: with fifty, the threads that write waited for the next
-- block after every 25 certificates. The provider counts down from what the sequence gives, so a sequence that gave
-- nothing yet begins with the end of the first block.
alter sequence madoguchi.audit_event_seq increment by 1000;
select setval('madoguchi.audit_event_seq', 1000, false)
  from madoguchi.audit_event_seq where not is_called;
