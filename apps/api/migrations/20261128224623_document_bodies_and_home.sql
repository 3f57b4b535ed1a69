CREATE TABLE "document_home" (
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"installation" uuid NOT NULL,
	"store" text NOT NULL,
	"moving_to" text,
	CONSTRAINT "document_home_is_one" CHECK ("document_home"."is_only"),
	CONSTRAINT "document_home_store" CHECK ("document_home"."store" in ('postgres', 'mongodb')),
	CONSTRAINT "document_home_moving_to" CHECK ("document_home"."moving_to" in ('postgres', 'mongodb'))
);
--> statement-breakpoint
ALTER TABLE "catalogue_imports" ADD COLUMN "body_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "body_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "providers" ADD COLUMN "body_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "body_version" integer DEFAULT 1 NOT NULL;