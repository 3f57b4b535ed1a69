ALTER TABLE "charges" DROP CONSTRAINT "charges_one_per_period";--> statement-breakpoint
DROP INDEX "subscriptions_due";--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "next_look" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "charges" ADD CONSTRAINT "charges_subscription_id_billed_subscriptions_id_fk" FOREIGN KEY ("subscription_id") REFERENCES "public"."billed_subscriptions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "charges_one_in_force" ON "charges" USING btree ("subscription_id","index") WHERE "charges"."voided_at" is null;--> statement-breakpoint
CREATE INDEX "subscriptions_due" ON "subscriptions" USING btree ("next_look","id") WHERE "subscriptions"."next_look" is not null;--> statement-breakpoint
ALTER TABLE "charges" DROP COLUMN "subscription_name";--> statement-breakpoint
ALTER TABLE "charges" DROP COLUMN "kind";--> statement-breakpoint
ALTER TABLE "charges" DROP COLUMN "provider_id";--> statement-breakpoint
ALTER TABLE "charges" DROP COLUMN "brand_color";--> statement-breakpoint
ALTER TABLE "charges" DROP COLUMN "visibility";--> statement-breakpoint
ALTER TABLE "charges" DROP COLUMN "owner_id";--> statement-breakpoint
ALTER TABLE "charges" ADD CONSTRAINT "charges_one_per_period" UNIQUE("subscription_id","index","starts_on");