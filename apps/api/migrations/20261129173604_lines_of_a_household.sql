CREATE TABLE "line_adoptions" (
	"household_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"household_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"number_key" text NOT NULL,
	"private_to" uuid,
	"member_id" uuid,
	"name" text,
	"revision" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "lines_one_number" UNIQUE NULLS NOT DISTINCT("household_id","kind","number_key","private_to")
);
--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "line_id" text COLLATE "C";--> statement-breakpoint
CREATE INDEX "lines_of_household" ON "lines" USING btree ("household_id","id");--> statement-breakpoint
CREATE INDEX "subscriptions_on_line" ON "subscriptions" USING btree ("line_id","name_key","id") WHERE "subscriptions"."line_id" is not null;
--> statement-breakpoint
alter table lines add constraint lines_household foreign key (household_id) references households (id) on delete cascade;
--> statement-breakpoint
alter table line_adoptions add constraint line_adoptions_household foreign key (household_id) references households (id) on delete cascade;
--> statement-breakpoint
-- Numbers that subscriptions have as text become lines, wherever the documents are: the next minute begins with it.
insert into line_adoptions (household_id) select id from households;
