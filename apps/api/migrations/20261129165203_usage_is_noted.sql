CREATE TABLE "usage" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"body_version" integer DEFAULT 1 NOT NULL,
	"body" jsonb NOT NULL,
	"household_id" text COLLATE "C" NOT NULL,
	"subscription_id" text COLLATE "C" NOT NULL,
	"latest_first" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"noted_by" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE INDEX "usage_of_subscription" ON "usage" USING btree ("household_id","subscription_id","latest_first","id");--> statement-breakpoint
CREATE INDEX "usage_of_household" ON "usage" USING btree ("household_id","latest_first","id");