-- What was recorded before there were kinds, payers and splits by day.
alter table payments disable trigger payments_append_only;
--> statement-breakpoint
update payments set entry = case when reverses is null then 'payment' else 'reversal' end,
  payers = jsonb_build_array(jsonb_build_object('memberId', paid_by, 'amount', amount));
--> statement-breakpoint
alter table payments enable trigger payments_append_only;
--> statement-breakpoint
alter table ledger_transactions disable trigger ledger_transactions_append_only;
--> statement-breakpoint
update ledger_transactions t set charge_id = p.charge_id, kind = p.entry, recorded_by = p.recorded_by
  from payments p where p.id = t.payment_id;
--> statement-breakpoint
alter table ledger_transactions enable trigger ledger_transactions_append_only;
--> statement-breakpoint
update charges set splits = jsonb_build_array(jsonb_build_object('fromOn', starts_on, 'rule', split));
--> statement-breakpoint
update subscriptions set body = body - 'split' || jsonb_build_object('splits',
  jsonb_build_array(jsonb_build_object('fromOn', '1900-01-01', 'split', body -> 'split')))
  where body ? 'split';
--> statement-breakpoint
create function payers_total(payers jsonb) returns bigint language sql immutable as $$
  select coalesce(sum((payer ->> 'amount')::bigint), 0)::bigint from jsonb_array_elements(payers) payer
$$;
--> statement-breakpoint
alter table payments add constraint payments_payers_sum check (payers_total(payers) = amount);
--> statement-breakpoint
alter table payments add constraint payments_sign_of_entry check (
  case entry when 'payment' then amount > 0 when 'credit' then amount > 0 when 'refund' then amount < 0
    else amount <> 0 and reverses is not null end);
--> statement-breakpoint
-- Every entry of the ledger has one cause.
alter table ledger_transactions add constraint ledger_transactions_one_cause check (
  case when kind in ('settlement', 'settlementUndone') then settlement_id is not null and charge_id is null
    else charge_id is not null and settlement_id is null end
  and (payment_id is not null) = (kind in ('payment', 'reversal', 'refund', 'credit')));
--> statement-breakpoint
create trigger charge_corrections_append_only before update or delete on charge_corrections
  for each row execute function ledger_is_append_only();
--> statement-breakpoint
-- A settlement is confirmed once and undone once; what it says is never edited.
create function settlement_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if current_setting('streamline.erasing_household', true) = old.household_id::text then return old; end if;
    raise exception 'settlements are never removed' using errcode = 'restrict_violation';
  end if;
  if (new.id, new.household_id, new.from_member, new.to_member, new.amount, new.currency, new.settled_on, new.method,
      new.reference, new.note, new.recorded_by, new.recorded_at)
    is distinct from (old.id, old.household_id, old.from_member, old.to_member, old.amount, old.currency, old.settled_on,
      old.method, old.reference, old.note, old.recorded_by, old.recorded_at)
    or (old.confirmed_at is not null and new.confirmed_at is distinct from old.confirmed_at)
    or (old.undone_at is not null and new.undone_at is distinct from old.undone_at) then
    raise exception 'settlement % is never edited', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger settlements_kept before update or delete on settlements
  for each row execute function settlement_is_kept();
--> statement-breakpoint
create function settlement_is_posted() returns trigger language plpgsql as $$
begin
  if not exists (select from ledger_transactions where settlement_id = new.id and kind = 'settlement')
    or (new.undone_at is not null and not exists (
      select from ledger_transactions where settlement_id = new.id and kind = 'settlementUndone')) then
    raise exception 'settlement % is not in the ledger', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger settlements_posted after insert or update on settlements
  deferrable initially deferred for each row execute function settlement_is_posted();
--> statement-breakpoint
-- Balances are sums of entries: the entries keep them, and nobody else may.
create function balances_follow_entries() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
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
create trigger ledger_entries_kept after insert on ledger_entries
  referencing new table as changed for each statement execute function balances_follow_entries();
--> statement-breakpoint
create trigger ledger_entries_gone after delete on ledger_entries
  referencing old table as changed for each statement execute function balances_follow_entries();
--> statement-breakpoint
create function balances_are_sums() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 and current_setting('streamline.erasing_household', true) is distinct from
    coalesce(new.household_id, old.household_id)::text then
    raise exception 'balances follow the ledger' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
--> statement-breakpoint
create trigger balances_kept before insert or update or delete on balances
  for each row execute function balances_are_sums();
--> statement-breakpoint
alter table settlements add constraint settlements_household foreign key (household_id) references households (id) on delete cascade;
--> statement-breakpoint
alter table rates add constraint rates_household foreign key (household_id) references households (id) on delete cascade;
--> statement-breakpoint
alter table events add constraint events_household foreign key (household_id) references households (id) on delete cascade;
