CREATE TABLE "act_effects" (
	"act" uuid PRIMARY KEY NOT NULL,
	"subscription_id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"before" jsonb NOT NULL,
	"after" text NOT NULL,
	"people" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "act_effects" ADD CONSTRAINT "act_effects_subscription_id_billed_subscriptions_id_fk" FOREIGN KEY ("subscription_id") REFERENCES "public"."billed_subscriptions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "act_effects_of_subscription" ON "act_effects" USING btree ("subscription_id");--> statement-breakpoint
CREATE INDEX "act_effects_of_household" ON "act_effects" USING btree ("household_id");