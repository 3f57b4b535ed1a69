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
--> statement-breakpoint
-- The entries of a transaction come in one statement, so it is balanced or refused there and then, and nothing is read again.
drop trigger ledger_entries_balanced on ledger_entries;
--> statement-breakpoint
drop function ledger_transaction_is_balanced;
--> statement-breakpoint
create or replace function balances_follow_entries() returns trigger language plpgsql as $$
declare
  uneven uuid;
begin
  if tg_op = 'INSERT' then
    select transaction_id into uneven from changed group by transaction_id, currency having sum(amount) <> 0 limit 1;
    if uneven is not null then
      raise exception 'ledger transaction % does not sum to zero', uneven using errcode = 'check_violation';
    end if;
    insert into balances as b (household_id, account, currency, amount)
      select household_id, account, currency, sum(amount) from changed group by 1, 2, 3
      order by 1, 2, 3
      on conflict (household_id, account, currency) do update set amount = b.amount + excluded.amount;
  else
    update balances b set amount = b.amount - gone.amount
      from (select household_id, account, currency, sum(amount) as amount from changed group by 1, 2, 3) gone
      where b.household_id = gone.household_id and b.account = gone.account and b.currency = gone.currency;
  end if;
  return null;
end $$;
--> statement-breakpoint
-- Nearly every payment has one payer; then nothing needs to be added up.
alter table payments drop constraint payments_payers_sum;
--> statement-breakpoint
alter table payments add constraint payments_payers_sum check (
  case jsonb_array_length(payers) when 1 then (payers -> 0 ->> 'amount')::bigint else payers_total(payers) end = amount);
