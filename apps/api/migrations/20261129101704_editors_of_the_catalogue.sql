CREATE TABLE "plan_corrections" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"body_version" integer DEFAULT 1 NOT NULL,
	"body" jsonb NOT NULL,
	"open_of" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "plan_drafts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"body_version" integer DEFAULT 1 NOT NULL,
	"body" jsonb NOT NULL,
	"own" text COLLATE "C" NOT NULL,
	"place" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "next_price_on" text COLLATE "C";--> statement-breakpoint
CREATE INDEX "plan_corrections_open" ON "plan_corrections" USING btree ("open_of","id") WHERE "plan_corrections"."open_of" is not null;--> statement-breakpoint
CREATE INDEX "plan_drafts_own" ON "plan_drafts" USING btree ("own","id");--> statement-breakpoint
CREATE INDEX "plan_drafts_by_place" ON "plan_drafts" USING btree ("place","id");--> statement-breakpoint
CREATE INDEX "plans_announced" ON "plans" USING btree ("next_price_on","id") WHERE "plans"."next_price_on" is not null;