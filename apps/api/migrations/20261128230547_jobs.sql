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