-- By hand, since the generator drops what it renames: answers of the last day stay known under their new names. What was still
-- being worked on has no id to go on under, and is forgotten.
DELETE FROM "idempotent_answers" WHERE "body" IS NULL;--> statement-breakpoint
ALTER TABLE "idempotent_answers" DROP CONSTRAINT "idempotent_answers_user_id_route_key_pk";--> statement-breakpoint
ALTER TABLE "idempotent_answers" ADD COLUMN "question" bytea;--> statement-breakpoint
ALTER TABLE "idempotent_answers" ADD COLUMN "act" uuid;--> statement-breakpoint
ALTER TABLE "idempotent_answers" ADD COLUMN "sealed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "idempotent_answers" ADD COLUMN "revision" integer;--> statement-breakpoint
UPDATE "idempotent_answers" SET
  "question" = substring(sha256(convert_to("route" || E'\n' || "key", 'UTF8')) from 1 for 16),
  "act" = gen_random_uuid(),
  "sealed" = true,
  "revision" = nullif(trim(both '"' from "etag"), '')::int;--> statement-breakpoint
ALTER TABLE "idempotent_answers" ALTER COLUMN "input_hash" SET DATA TYPE bytea
  USING substring(decode(translate("input_hash", '-_', '+/') || '=', 'base64') from 1 for 16);--> statement-breakpoint
ALTER TABLE "idempotent_answers" ALTER COLUMN "body" SET DATA TYPE bytea USING convert_to("body", 'UTF8');--> statement-breakpoint
ALTER TABLE "idempotent_answers" ALTER COLUMN "question" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "idempotent_answers" ALTER COLUMN "act" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "idempotent_answers" ALTER COLUMN "worked_on_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "idempotent_answers" DROP COLUMN "route";--> statement-breakpoint
ALTER TABLE "idempotent_answers" DROP COLUMN "key";--> statement-breakpoint
ALTER TABLE "idempotent_answers" DROP COLUMN "etag";--> statement-breakpoint
ALTER TABLE "idempotent_answers" ADD CONSTRAINT "idempotent_answers_user_id_question_pk" PRIMARY KEY("user_id","question");
