CREATE TABLE "jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "jobs_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"lane" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"last_error" text,
	CONSTRAINT "jobs_wait_or_have_failed" CHECK (("jobs"."due_at" is null) = ("jobs"."failed_at" is not null))
);
--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("due_at","seq") WHERE "jobs"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "jobs_of_lane" ON "jobs" USING btree ("lane","kind","seq") WHERE "jobs"."lane" is not null;
--> statement-breakpoint
-- What waited in the tables of events and letters waits as jobs from here on: its order stays, what had failed is tried anew.
insert into jobs (id, kind, payload, lane, created_at, due_at)
  select gen_random_uuid(), 'event.settlement-letters', jsonb_build_object('eventId', id), household_id, recorded_at, recorded_at
  from events where handled_at is null and kind in ('money.settlement', 'money.settlementUndone')
  order by recorded_at, id;
--> statement-breakpoint
insert into jobs (id, kind, payload, created_at, due_at)
  select gen_random_uuid(), 'mail.deliver', jsonb_build_object('mailId', id), created_at, next_attempt_at
  from mails where next_attempt_at is not null
  order by created_at, id;

--> statement-breakpoint
DROP INDEX "events_waiting";--> statement-breakpoint
DROP INDEX "events_handled";--> statement-breakpoint
DROP INDEX "mails_due";--> statement-breakpoint
CREATE INDEX "events_recorded" ON "events" USING btree ("recorded_at");--> statement-breakpoint
ALTER TABLE "events" DROP COLUMN "handled_at";--> statement-breakpoint
ALTER TABLE "mails" DROP COLUMN "attempts";--> statement-breakpoint
ALTER TABLE "mails" DROP COLUMN "next_attempt_at";--> statement-breakpoint
ALTER TABLE "mails" DROP COLUMN "last_error";