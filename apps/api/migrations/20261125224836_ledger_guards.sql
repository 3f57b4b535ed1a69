-- Triggers on rows do not see a table that is emptied as a whole.
create function money_is_never_emptied() returns trigger language plpgsql as $$
begin
  raise exception '% is never emptied', tg_table_name using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger payments_never_emptied before truncate on payments
  for each statement execute function money_is_never_emptied();
--> statement-breakpoint
create trigger charge_corrections_never_emptied before truncate on charge_corrections
  for each statement execute function money_is_never_emptied();
--> statement-breakpoint
create trigger settlements_never_emptied before truncate on settlements
  for each statement execute function money_is_never_emptied();
--> statement-breakpoint
create trigger ledger_transactions_never_emptied before truncate on ledger_transactions
  for each statement execute function money_is_never_emptied();
--> statement-breakpoint
create trigger ledger_entries_never_emptied before truncate on ledger_entries
  for each statement execute function money_is_never_emptied();
--> statement-breakpoint
create trigger balances_never_emptied before truncate on balances
  for each statement execute function money_is_never_emptied();
