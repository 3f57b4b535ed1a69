CREATE TABLE "calendar_feeds" (
	"household_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"scope" text NOT NULL,
	"kinds" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "calendar_feeds_household_id_user_id_pk" PRIMARY KEY("household_id","user_id"),
	CONSTRAINT "calendar_feeds_token" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE INDEX "calendar_feeds_user" ON "calendar_feeds" USING btree ("user_id");--> statement-breakpoint
alter table calendar_feeds add constraint calendar_feeds_household foreign key (household_id) references households (id) on delete cascade;--> statement-breakpoint
alter table calendar_feeds add constraint calendar_feeds_user_fk foreign key (user_id) references users (id) on delete cascade;
