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
create trigger charge_corrections_append_only before update or delete on charge_corrections
  for each row execute function ledger_is_append_only();
--> statement-breakpoint
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
create function payers_total(payers jsonb) returns bigint language sql immutable as $$
  select coalesce(sum((payer ->> 'amount')::bigint), 0)::bigint from jsonb_array_elements(payers) payer
$$;
--> statement-breakpoint
alter table payments add constraint payments_payers_sum check (
  case jsonb_array_length(payers) when 1 then (payers -> 0 ->> 'amount')::bigint else payers_total(payers) end = amount);
--> statement-breakpoint
-- Every entry of the ledger has one cause.
alter table ledger_transactions add constraint ledger_transactions_one_cause check (
  case when kind in ('settlement', 'settlementUndone') then settlement_id is not null and charge_id is null
    else charge_id is not null and settlement_id is null end
  and (payment_id is not null) = (kind in ('payment', 'reversal', 'refund', 'credit')));
--> statement-breakpoint
-- Balances are sums of entries: the entries keep them, and nobody else may. The entries of a transaction come in one
-- statement, so it is balanced or refused there and then, and nothing is read again.
create function balances_follow_entries() returns trigger language plpgsql as $$
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
-- What is kept of a household goes with it. The tables of one feature do not name those of another in code.
alter table charges add constraint charges_household foreign key (household_id) references households (id) on delete cascade;
--> statement-breakpoint
alter table balances add constraint balances_household foreign key (household_id) references households (id) on delete cascade;
--> statement-breakpoint
alter table overviews add constraint overviews_household foreign key (household_id) references households (id) on delete cascade;
--> statement-breakpoint
alter table settlements add constraint settlements_household foreign key (household_id) references households (id) on delete cascade;
--> statement-breakpoint
alter table rates add constraint rates_household foreign key (household_id) references households (id) on delete cascade;
--> statement-breakpoint
alter table events add constraint events_household foreign key (household_id) references households (id) on delete cascade;
--> statement-breakpoint
-- The first screen is sent as stored; unpacking it on every read would cost more than the disk that packing saves.
alter table overviews alter column body set storage external;
--> statement-breakpoint
alter table overviews alter column gzip set storage external;
--> statement-breakpoint
-- What people may do on the installation itself; what they may do in a household is decided there.
insert into permissions (id, description) values
  ('users.read', 'See accounts and their state'),
  ('users.block', 'Block and unblock accounts'),
  ('roles.grant', 'Give and take platform roles'),
  ('catalogue.edit', 'Draft and publish providers, plans and price versions'),
  ('jobs.read', 'See queues, jobs and metrics'),
  ('audit.read', 'Read the audit log');
--> statement-breakpoint
insert into roles (id, description) values
  ('user', 'Everybody with an account'),
  ('support', 'Helps people with their accounts'),
  ('catalogueEditor', 'Keeps the catalogue'),
  ('administrator', 'Runs the installation');
--> statement-breakpoint
insert into role_permissions (role_id, permission_id) values
  ('support', 'users.read'),
  ('support', 'users.block'),
  ('catalogueEditor', 'catalogue.edit');
--> statement-breakpoint
insert into role_permissions (role_id, permission_id) select 'administrator', id from permissions;
--> statement-breakpoint
-- The audit log is append-only. Who deletes an account leaves the events and takes what names them.
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if current_setting('streamline.anonymising', true) in (old.subject_id::text, old.actor_id::text) then
      return new;
    end if;
  end if;
  raise exception 'audit entries are never changed' using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger audit_entries_append_only before update or delete on audit_entries
  for each row execute function audit_is_append_only();
--> statement-breakpoint
create trigger audit_entries_never_emptied before truncate on audit_entries
  for each statement execute function audit_is_append_only();
--> statement-breakpoint
create function anonymise_audit(person uuid) returns void language plpgsql as $$
begin
  perform set_config('streamline.anonymising', person::text, true);
  update audit_entries set address = null, user_agent = null, detail = '{}'
    where subject_id = person or actor_id = person;
  perform set_config('streamline.anonymising', '', true);
end $$;
