ALTER TABLE "charges" ALTER COLUMN "splits" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ALTER COLUMN "kind" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "payments" ALTER COLUMN "entry" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "payments" ALTER COLUMN "payers" DROP DEFAULT;--> statement-breakpoint
CREATE INDEX "rates_by_day" ON "rates" USING btree ("household_id","on_date","id");--> statement-breakpoint
ALTER TABLE "charges" DROP COLUMN "split";