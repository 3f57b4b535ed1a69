DROP INDEX "plans_words";--> statement-breakpoint
DROP INDEX "plans_beginnings";--> statement-breakpoint
DROP INDEX "plans_all_beginnings";--> statement-breakpoint
DROP INDEX "providers_beginnings";--> statement-breakpoint
ALTER TABLE "plans" DROP COLUMN "words";--> statement-breakpoint
ALTER TABLE "plans" DROP COLUMN "beginnings";--> statement-breakpoint
ALTER TABLE "plans" DROP COLUMN "all_beginnings";--> statement-breakpoint
ALTER TABLE "providers" DROP COLUMN "beginnings";