TRUNCATE "overviews";--> statement-breakpoint
ALTER TABLE "overviews" ADD COLUMN "gzip" "bytea" NOT NULL;--> statement-breakpoint
-- It is packed already.
alter table overviews alter column gzip set storage external;
