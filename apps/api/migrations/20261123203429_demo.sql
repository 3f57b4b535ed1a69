CREATE TABLE "demo_visits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"address_hash" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "demo_visits_of_address" ON "demo_visits" USING btree ("address_hash","started_at");--> statement-breakpoint
CREATE INDEX "demo_visits_started_at" ON "demo_visits" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "users_demo_until" ON "users" USING btree ("demo_until") WHERE "users"."demo_until" is not null;