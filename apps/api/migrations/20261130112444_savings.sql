CREATE TABLE "savings" (
	"household_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"needs" jsonb,
	"needs_number" integer DEFAULT 0 NOT NULL,
	"job_id" uuid,
	"made_key" text,
	"result" jsonb,
	CONSTRAINT "savings_household_id_member_id_pk" PRIMARY KEY("household_id","member_id")
);
--> statement-breakpoint
alter table savings add constraint savings_household foreign key (household_id) references households (id) on delete cascade;
