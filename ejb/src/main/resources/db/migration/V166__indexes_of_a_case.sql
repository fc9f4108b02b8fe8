-- Each look at a case asks for its letters.
create index inquiry_letter_by_case on madoguchi.inquiry_letter (reception_number);

-- The engine comes with an index for whatever somebody may ask of it. Each row of a case's way had a dozen of them
-- to be written into, when it began and again when it ended. Gone are those of what there is none of here: tenants,
-- CMMN cases, assignees and owners of tasks, restarted processes; those of statistics over the history by times and
-- definitions, which the counter does not ask of the engine; and those that another index begins with. Kept are
-- keys, the case (root process, process, business key), the clean-up's (REMOVAL_TIME_), and all of foreign keys
-- into tables that have rows.
drop index if exists
  engine.act_idx_hi_act_inst_start_end,
  engine.act_idx_hi_act_inst_end,
  engine.act_idx_hi_act_inst_comp,
  engine.act_idx_hi_act_inst_stats,
  engine.act_idx_hi_act_inst_tenant_id,
  engine.act_idx_hi_act_inst_proc_def_key,
  engine.act_idx_hi_ai_pdefid_end_time,
  engine.act_idx_hi_taskinstid_procinst,
  engine.act_idx_hi_task_inst_tenant_id,
  engine.act_idx_hi_task_inst_proc_def_key,
  engine.act_idx_hi_task_inst_start,
  engine.act_idx_hi_task_inst_end,
  engine.act_idx_hi_pro_inst_end,
  engine.act_idx_hi_pro_inst_tenant_id,
  engine.act_idx_hi_pro_inst_proc_def_key,
  engine.act_idx_hi_pro_inst_proc_time,
  engine.act_idx_hi_pi_pdefid_end_time,
  engine.act_idx_hi_pro_rst_pro_inst_id,
  engine.act_idx_hi_dec_inst_id,
  engine.act_idx_hi_dec_inst_key,
  engine.act_idx_hi_dec_inst_ci,
  engine.act_idx_hi_dec_inst_act,
  engine.act_idx_hi_dec_inst_act_inst,
  engine.act_idx_hi_dec_inst_time,
  engine.act_idx_hi_dec_inst_tenant_id,
  engine.act_idx_hi_dec_inst_req_id,
  engine.act_idx_hi_dec_inst_req_key,
  engine.act_idx_hi_dec_in_inst,
  engine.act_idx_hi_dec_out_rule,
  engine.act_idx_task_case_exec,
  engine.act_idx_task_case_def_id,
  engine.act_idx_task_last_updated,
  engine.act_idx_task_assignee,
  engine.act_idx_task_owner,
  engine.act_idx_task_tenant_id,
  engine.act_idx_exec_tenant_id,
  engine.act_idx_event_subscr_config_,
  engine.act_idx_event_subscr_tenant_id;

-- What is written when it begins and again when it ends finds room beside itself, and leaves the indexes alone.
alter table engine.act_hi_actinst set (fillfactor = 70);
alter table engine.act_hi_taskinst set (fillfactor = 70);
alter table engine.act_hi_procinst set (fillfactor = 70);
alter table engine.act_ru_execution set (fillfactor = 70);
