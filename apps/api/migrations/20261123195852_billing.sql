CREATE TABLE "charges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"household_id" uuid NOT NULL,
	"subscription_id" uuid NOT NULL,
	"index" integer NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"billed_on" date NOT NULL,
	"due_on" date NOT NULL,
	"net" bigint NOT NULL,
	"tax" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"paid" bigint DEFAULT 0 NOT NULL,
	"currency" text NOT NULL,
	"subscription_name" text NOT NULL,
	"kind" text NOT NULL,
	"provider_id" text,
	"brand_color" text,
	"line" text,
	"visibility" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"payer_id" uuid NOT NULL,
	"split" jsonb NOT NULL,
	"voided_at" timestamp with time zone,
	"waived_at" timestamp with time zone,
	"waived_by" uuid,
	"raised_at" timestamp with time zone NOT NULL,
	CONSTRAINT "charges_one_per_period" UNIQUE("subscription_id","index"),
	CONSTRAINT "charges_amount_is_net_and_tax" CHECK ("charges"."amount" = "charges"."net" + "charges"."tax"),
	CONSTRAINT "charges_paid_within_amount" CHECK ("charges"."paid" >= 0 and "charges"."paid" <= "charges"."amount"),
	CONSTRAINT "charges_due_after_billing" CHECK ("charges"."billed_on" <= "charges"."due_on"),
	CONSTRAINT "charges_period_is_half_open" CHECK ("charges"."starts_on" < "charges"."ends_on")
);
--> statement-breakpoint
CREATE TABLE "balances" (
	"household_id" uuid NOT NULL,
	"account" text NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "balances_household_id_account_currency_pk" PRIMARY KEY("household_id","account","currency"),
	CONSTRAINT "balances_amount_is_safe" CHECK (abs("balances"."amount") <= 9007199254740991)
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"transaction_id" uuid NOT NULL,
	"account" text NOT NULL,
	"currency" text NOT NULL,
	"household_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "ledger_entries_transaction_id_account_currency_pk" PRIMARY KEY("transaction_id","account","currency")
);
--> statement-breakpoint
CREATE TABLE "ledger_transactions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"household_id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"occurred_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ledger_transactions_payment_id_unique" UNIQUE("payment_id")
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"household_id" uuid NOT NULL,
	"charge_id" uuid NOT NULL,
	"subscription_id" uuid NOT NULL,
	"paid_by" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"paid_on" date NOT NULL,
	"method" text,
	"reference" text,
	"note" text,
	"assumed" boolean DEFAULT false NOT NULL,
	"reverses" uuid,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "payments_reversed_once" UNIQUE("reverses"),
	CONSTRAINT "payments_negative_only_as_reversal" CHECK ("payments"."amount" <> 0 and ("payments"."amount" < 0) = ("payments"."reverses" is not null))
);
--> statement-breakpoint
CREATE TABLE "overviews" (
	"household_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"local_date" date NOT NULL,
	"revision" integer NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "overviews_household_id_member_id_local_date_pk" PRIMARY KEY("household_id","member_id","local_date")
);
--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_transaction_id_ledger_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."ledger_transactions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD CONSTRAINT "ledger_transactions_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_charge_id_charges_id_fk" FOREIGN KEY ("charge_id") REFERENCES "public"."charges"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "charges_by_due" ON "charges" USING btree ("household_id","due_on","id");--> statement-breakpoint
CREATE INDEX "charges_open" ON "charges" USING btree ("household_id","due_on","id") WHERE "charges"."paid" < "charges"."amount" and "charges"."voided_at" is null and "charges"."waived_at" is null;--> statement-breakpoint
CREATE INDEX "payments_by_date" ON "payments" USING btree ("household_id","paid_on","id");--> statement-breakpoint
CREATE INDEX "payments_of_subscription" ON "payments" USING btree ("subscription_id","paid_on","id");--> statement-breakpoint
CREATE INDEX "payments_of_charge" ON "payments" USING btree ("charge_id");