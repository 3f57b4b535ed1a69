CREATE TABLE "mergings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"household_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"merged_on" date NOT NULL,
	"merged_at" timestamp with time zone NOT NULL,
	"before" jsonb NOT NULL,
	CONSTRAINT "mergings_of_member" UNIQUE("household_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "mergings" ADD CONSTRAINT "mergings_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mergings_of_household" ON "mergings" USING btree ("household_id");--> statement-breakpoint
-- They were two after all: what went over goes back by an entry without a charge too.
alter table ledger_transactions drop constraint ledger_transactions_one_cause;
--> statement-breakpoint
alter table ledger_transactions add constraint ledger_transactions_one_cause check (
  case when kind in ('settlement', 'settlementUndone') then settlement_id is not null and charge_id is null
    when kind in ('merged', 'unmerged') then settlement_id is null and charge_id is null
    else charge_id is not null and settlement_id is null end
  and (payment_id is not null) = (kind in ('payment', 'reversal', 'refund', 'credit')));
