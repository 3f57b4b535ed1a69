CREATE TABLE "savings_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"household_id" uuid NOT NULL,
	"step_key" text NOT NULL,
	"kind" text NOT NULL,
	"on_day" date NOT NULL,
	"accepted_by" uuid NOT NULL,
	"accepted_on" date NOT NULL,
	"of_private" boolean NOT NULL,
	"about" jsonb NOT NULL,
	"dismissed_at" timestamp with time zone,
	CONSTRAINT "savings_steps_once" UNIQUE("household_id","step_key")
);
--> statement-breakpoint
CREATE TABLE "wanted_both" (
	"household_id" uuid NOT NULL,
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	"is_wanted" boolean NOT NULL,
	"answered_by" uuid NOT NULL,
	"answered_on" date NOT NULL,
	CONSTRAINT "wanted_both_household_id_first_id_second_id_pk" PRIMARY KEY("household_id","first_id","second_id")
);
--> statement-breakpoint
ALTER TABLE "overviews" ADD COLUMN "savings_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "savings" ADD COLUMN "cheapest" jsonb;--> statement-breakpoint
alter table savings_steps add constraint savings_steps_household foreign key (household_id) references households (id) on delete cascade;--> statement-breakpoint
alter table wanted_both add constraint wanted_both_household foreign key (household_id) references households (id) on delete cascade;
