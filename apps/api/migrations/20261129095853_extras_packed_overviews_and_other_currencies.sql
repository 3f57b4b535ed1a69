ALTER TABLE "charges" ADD COLUMN "purpose" text;--> statement-breakpoint
ALTER TABLE "charges" ADD COLUMN "title" text;--> statement-breakpoint
ALTER TABLE "settlements" ADD COLUMN "converted" jsonb;--> statement-breakpoint
ALTER TABLE "overviews" DROP COLUMN "body";