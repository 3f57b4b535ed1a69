CREATE TABLE "catalogue_imports" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"body" jsonb NOT NULL,
	"content_hash" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"body" jsonb NOT NULL,
	"country" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"provider_id" text COLLATE "C" NOT NULL,
	"rank" text COLLATE "C" NOT NULL,
	"words" text[] NOT NULL,
	"beginnings" text[] NOT NULL,
	"all_beginnings" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "providers" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"body" jsonb NOT NULL,
	"countries" text[] NOT NULL,
	"kinds" text[] NOT NULL,
	"popular_in" text[] NOT NULL,
	"rank" text COLLATE "C" NOT NULL,
	"beginnings" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"body" jsonb NOT NULL,
	"household_id" text COLLATE "C" NOT NULL,
	"name_key" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"visible_to" text COLLATE "C" NOT NULL,
	"people" text[] NOT NULL,
	"beginnings" text[] NOT NULL,
	"next_effect_on" text COLLATE "C",
	"pending_since" text COLLATE "C"
);
--> statement-breakpoint
CREATE INDEX "plans_by_rank" ON "plans" USING btree ("rank","id");--> statement-breakpoint
CREATE INDEX "plans_of_country" ON "plans" USING btree ("country","rank","id");--> statement-breakpoint
CREATE INDEX "plans_of_provider" ON "plans" USING btree ("provider_id","rank","id");--> statement-breakpoint
CREATE INDEX "plans_words" ON "plans" USING gin ("words");--> statement-breakpoint
CREATE INDEX "plans_beginnings" ON "plans" USING gin ("beginnings");--> statement-breakpoint
CREATE INDEX "plans_all_beginnings" ON "plans" USING gin ("all_beginnings");--> statement-breakpoint
CREATE INDEX "providers_by_rank" ON "providers" USING btree ("rank","id");--> statement-breakpoint
CREATE INDEX "providers_popular_in" ON "providers" USING gin ("popular_in");--> statement-breakpoint
CREATE INDEX "providers_beginnings" ON "providers" USING gin ("beginnings");--> statement-breakpoint
CREATE INDEX "subscriptions_of_household" ON "subscriptions" USING btree ("household_id","name_key","id");--> statement-breakpoint
CREATE INDEX "subscriptions_due" ON "subscriptions" USING btree ("next_effect_on","id") WHERE "subscriptions"."next_effect_on" is not null;--> statement-breakpoint
CREATE INDEX "subscriptions_pending" ON "subscriptions" USING btree ("pending_since","id") WHERE "subscriptions"."pending_since" is not null;