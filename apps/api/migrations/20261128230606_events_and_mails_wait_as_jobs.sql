DROP INDEX "events_waiting";--> statement-breakpoint
DROP INDEX "events_handled";--> statement-breakpoint
DROP INDEX "mails_due";--> statement-breakpoint
CREATE INDEX "events_recorded" ON "events" USING btree ("recorded_at");--> statement-breakpoint
ALTER TABLE "events" DROP COLUMN "handled_at";--> statement-breakpoint
ALTER TABLE "mails" DROP COLUMN "attempts";--> statement-breakpoint
ALTER TABLE "mails" DROP COLUMN "next_attempt_at";--> statement-breakpoint
ALTER TABLE "mails" DROP COLUMN "last_error";