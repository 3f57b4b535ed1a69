ALTER TABLE "users" DROP CONSTRAINT "users_phone";--> statement-breakpoint
CREATE UNIQUE INDEX "users_phone" ON "users" USING btree ("phone") WHERE "users"."phone_verified";