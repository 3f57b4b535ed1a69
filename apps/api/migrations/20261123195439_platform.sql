CREATE TABLE "test_clock" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"offset_ms" bigint NOT NULL,
	CONSTRAINT "test_clock_is_one_row" CHECK ("test_clock"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "idempotent_answers" (
	"user_id" uuid NOT NULL,
	"route" text NOT NULL,
	"key" text NOT NULL,
	"input_hash" text NOT NULL,
	"worked_on_by" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"body" text,
	"etag" text,
	CONSTRAINT "idempotent_answers_user_id_route_key_pk" PRIMARY KEY("user_id","route","key")
);
--> statement-breakpoint
CREATE INDEX "idempotent_answers_started_at" ON "idempotent_answers" USING btree ("started_at");