CREATE TABLE "merged_accounts" (
	"household_id" uuid NOT NULL,
	"account" text NOT NULL,
	"into_account" text NOT NULL,
	CONSTRAINT "merged_accounts_household_id_account_pk" PRIMARY KEY("household_id","account")
);
--> statement-breakpoint
CREATE INDEX "merged_accounts_into" ON "merged_accounts" USING btree ("household_id","into_account");
--> statement-breakpoint
alter table merged_accounts add constraint merged_accounts_household foreign key (household_id) references households (id) on delete cascade;
--> statement-breakpoint
-- Two entries that are one person: their money goes over by an entry without a charge.
alter table ledger_transactions drop constraint ledger_transactions_one_cause;
--> statement-breakpoint
alter table ledger_transactions add constraint ledger_transactions_one_cause check (
  case when kind in ('settlement', 'settlementUndone') then settlement_id is not null and charge_id is null
    when kind = 'merged' then settlement_id is null and charge_id is null
    else charge_id is not null and settlement_id is null end
  and (payment_id is not null) = (kind in ('payment', 'reversal', 'refund', 'credit')));
