CREATE TABLE "charge_corrections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"household_id" uuid NOT NULL,
	"charge_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"payment_id" uuid,
	"before" bigint NOT NULL,
	"after" bigint NOT NULL,
	"tax_before" bigint NOT NULL,
	"reason" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"household_id" uuid NOT NULL,
	"from_currency" text NOT NULL,
	"to_currency" text NOT NULL,
	"on_date" date NOT NULL,
	"rate" text NOT NULL,
	"source" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rates_one_a_day" UNIQUE("household_id","from_currency","to_currency","on_date")
);
--> statement-breakpoint
CREATE TABLE "settlements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"household_id" uuid NOT NULL,
	"from_member" uuid NOT NULL,
	"to_member" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"settled_on" date NOT NULL,
	"method" text,
	"reference" text,
	"note" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	"undo_reason" text,
	CONSTRAINT "settlements_between_two" CHECK ("settlements"."amount" > 0 and "settlements"."from_member" <> "settlements"."to_member")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"household_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"handled_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "charges" DROP CONSTRAINT "charges_paid_within_amount";--> statement-breakpoint
ALTER TABLE "payments" DROP CONSTRAINT "payments_negative_only_as_reversal";--> statement-breakpoint
ALTER TABLE "ledger_transactions" ALTER COLUMN "payment_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ALTER COLUMN "paid_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "charges" ADD COLUMN "splits" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "charges" ADD COLUMN "corrected" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD COLUMN "seq" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "ledger_transactions_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD COLUMN "kind" text DEFAULT 'payment' NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD COLUMN "charge_id" uuid;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD COLUMN "correction_id" uuid;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD COLUMN "settlement_id" uuid;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD COLUMN "recorded_by" uuid;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "entry" text DEFAULT 'payment' NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "payers" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "converted" jsonb;--> statement-breakpoint
ALTER TABLE "charge_corrections" ADD CONSTRAINT "charge_corrections_charge_id_charges_id_fk" FOREIGN KEY ("charge_id") REFERENCES "public"."charges"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charge_corrections" ADD CONSTRAINT "charge_corrections_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "charge_corrections_of_charge" ON "charge_corrections" USING btree ("charge_id");--> statement-breakpoint
CREATE INDEX "charge_corrections_of_payment" ON "charge_corrections" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "settlements_by_date" ON "settlements" USING btree ("household_id","settled_on","id");--> statement-breakpoint
CREATE INDEX "events_waiting" ON "events" USING btree ("recorded_at","id") WHERE "events"."handled_at" is null;--> statement-breakpoint
CREATE INDEX "events_of_household" ON "events" USING btree ("household_id");--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD CONSTRAINT "ledger_transactions_charge_id_charges_id_fk" FOREIGN KEY ("charge_id") REFERENCES "public"."charges"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD CONSTRAINT "ledger_transactions_correction_id_charge_corrections_id_fk" FOREIGN KEY ("correction_id") REFERENCES "public"."charge_corrections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD CONSTRAINT "ledger_transactions_settlement_id_settlements_id_fk" FOREIGN KEY ("settlement_id") REFERENCES "public"."settlements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ledger_entries_of_account" ON "ledger_entries" USING btree ("household_id","account");--> statement-breakpoint
CREATE INDEX "ledger_history" ON "ledger_transactions" USING btree ("household_id","occurred_on","seq");--> statement-breakpoint
CREATE INDEX "ledger_of_charge" ON "ledger_transactions" USING btree ("charge_id");--> statement-breakpoint
CREATE INDEX "ledger_of_settlement" ON "ledger_transactions" USING btree ("settlement_id");--> statement-breakpoint
ALTER TABLE "charges" ADD CONSTRAINT "charges_paid_not_negative" CHECK ("charges"."paid" >= 0);
