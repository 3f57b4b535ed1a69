CREATE TABLE "assumed_debits" (
	"payment_id" uuid PRIMARY KEY NOT NULL,
	"household_id" uuid NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "assumed_debits" ADD CONSTRAINT "assumed_debits_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assumed_debits_open" ON "assumed_debits" USING btree ("household_id") WHERE "assumed_debits"."confirmed_at" is null;