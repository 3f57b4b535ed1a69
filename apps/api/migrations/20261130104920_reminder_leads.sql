CREATE TABLE "reminder_leads" (
	"household_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"subscription_id" uuid NOT NULL,
	"lead_days" jsonb NOT NULL,
	CONSTRAINT "reminder_leads_member_id_subscription_id_pk" PRIMARY KEY("member_id","subscription_id")
);
--> statement-breakpoint
CREATE INDEX "reminder_leads_of_household" ON "reminder_leads" USING btree ("household_id");--> statement-breakpoint
alter table reminder_leads add constraint reminder_leads_household foreign key (household_id) references households (id) on delete cascade;
