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
-- What charges copied of their subscription stands once from here on. Revision 0: every document is newer than this.
INSERT INTO billed_subscriptions (id, household_id, revision, raised, name, kind, provider_id, brand_color, visibility,
    owner_id, payer_id)
  SELECT DISTINCT ON (subscription_id) subscription_id, household_id, 0, index + 1, subscription_name, kind, provider_id,
    brand_color, visibility, owner_id, payer_id
  FROM charges ORDER BY subscription_id, index DESC;--> statement-breakpoint
-- It goes with its household. The tables of one feature do not name those of another in code.
ALTER TABLE "billed_subscriptions" ADD CONSTRAINT "billed_subscriptions_household" FOREIGN KEY ("household_id")
  REFERENCES "households"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "charges" DROP CONSTRAINT "charges_one_per_period";--> statement-breakpoint
DROP INDEX "subscriptions_due";--> statement-breakpoint
ALTER TABLE "households" ADD COLUMN "moved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "next_look" text COLLATE "C";--> statement-breakpoint
CREATE INDEX "billed_subscriptions_of_household" ON "billed_subscriptions" USING btree ("household_id");--> statement-breakpoint
ALTER TABLE "charges" ADD CONSTRAINT "charges_subscription_id_billed_subscriptions_id_fk" FOREIGN KEY ("subscription_id") REFERENCES "public"."billed_subscriptions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "charges_one_in_force" ON "charges" USING btree ("subscription_id","index") WHERE "charges"."voided_at" is null;--> statement-breakpoint
CREATE INDEX "households_moved" ON "households" USING btree ("moved_at") WHERE "households"."moved_at" is not null;--> statement-breakpoint
CREATE INDEX "subscriptions_due" ON "subscriptions" USING btree ("next_look","id") WHERE "subscriptions"."next_look" is not null;--> statement-breakpoint
ALTER TABLE "charges" DROP COLUMN "subscription_name";--> statement-breakpoint
ALTER TABLE "charges" DROP COLUMN "kind";--> statement-breakpoint
ALTER TABLE "charges" DROP COLUMN "provider_id";--> statement-breakpoint
ALTER TABLE "charges" DROP COLUMN "brand_color";--> statement-breakpoint
ALTER TABLE "charges" DROP COLUMN "visibility";--> statement-breakpoint
ALTER TABLE "charges" DROP COLUMN "owner_id";--> statement-breakpoint
ALTER TABLE "charges" ADD CONSTRAINT "charges_one_per_period" UNIQUE("subscription_id","index","starts_on");