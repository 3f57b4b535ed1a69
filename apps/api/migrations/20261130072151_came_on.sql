ALTER TABLE "household_members" ADD COLUMN "came_on" date;--> statement-breakpoint
UPDATE "household_members" SET "came_on" = "joined_on" WHERE "user_id" IS NOT NULL;
