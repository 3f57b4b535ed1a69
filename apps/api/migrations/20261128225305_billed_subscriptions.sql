CREATE TABLE "billed_subscriptions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"household_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"raised" integer NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"provider_id" text,
	"brand_color" text,
	"visibility" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"payer_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE INDEX "billed_subscriptions_of_household" ON "billed_subscriptions" USING btree ("household_id");