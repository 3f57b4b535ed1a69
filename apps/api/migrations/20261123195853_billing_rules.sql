-- Money is append-only (law 11): rows of these tables are never changed, and go only with their household.
create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('streamline.erasing_household', true) = old.household_id::text then
    return old;
  end if;
  raise exception 'rows of % are never changed', tg_table_name using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger payments_append_only before update or delete on payments
  for each row execute function ledger_is_append_only();
--> statement-breakpoint
create trigger ledger_transactions_append_only before update or delete on ledger_transactions
  for each row execute function ledger_is_append_only();
--> statement-breakpoint
create trigger ledger_entries_append_only before update or delete on ledger_entries
  for each row execute function ledger_is_append_only();
--> statement-breakpoint
create function ledger_transaction_is_balanced() returns trigger language plpgsql as $$
begin
  if exists (
    select from ledger_entries where transaction_id = new.transaction_id group by currency having sum(amount) <> 0
  ) then
    raise exception 'ledger transaction % does not sum to zero', new.transaction_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger ledger_entries_balanced after insert on ledger_entries
  deferrable initially deferred for each row execute function ledger_transaction_is_balanced();
--> statement-breakpoint
create function payment_is_posted() returns trigger language plpgsql as $$
begin
  if not exists (select from ledger_transactions where payment_id = new.id) then
    raise exception 'payment % has no ledger transaction', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger payments_posted after insert on payments
  deferrable initially deferred for each row execute function payment_is_posted();
--> statement-breakpoint
-- The first screen is sent as stored; unpacking it on every read would cost more than the disk that packing saves.
alter table overviews alter column body set storage external;
