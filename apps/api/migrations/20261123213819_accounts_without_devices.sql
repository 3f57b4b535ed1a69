ALTER TABLE "devices" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "devices" CASCADE;--> statement-breakpoint
ALTER TABLE "sessions" DROP COLUMN "device_id";--> statement-breakpoint
ALTER TABLE "users" DROP COLUMN "deletion_on";