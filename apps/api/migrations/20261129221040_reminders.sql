CREATE TABLE "inbox_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"household_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"parts" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"snoozed_until" date
);
--> statement-breakpoint
CREATE TABLE "notification_preferences" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"rules" jsonb NOT NULL,
	"send_at" text NOT NULL,
	"quiet_from" text,
	"quiet_until" text,
	"time_zone" text,
	"digest" boolean NOT NULL,
	"revision" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminder_mutes" (
	"household_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"subscription_id" uuid NOT NULL,
	CONSTRAINT "reminder_mutes_member_id_subscription_id_pk" PRIMARY KEY("member_id","subscription_id")
);
--> statement-breakpoint
CREATE TABLE "reminder_snoozes" (
	"household_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"occurs_on" date NOT NULL,
	"until_on" date NOT NULL,
	CONSTRAINT "reminder_snoozes_member_id_kind_subject_id_occurs_on_pk" PRIMARY KEY("member_id","kind","subject_id","occurs_on")
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"household_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"occurs_on" date NOT NULL,
	"lead" integer NOT NULL,
	"send_at" timestamp with time zone NOT NULL,
	"leased_until" timestamp with time zone,
	"sent_at" timestamp with time zone,
	CONSTRAINT "reminders_once" UNIQUE("member_id","kind","subject_id","occurs_on","lead")
);
--> statement-breakpoint
ALTER TABLE "households" ADD COLUMN "followed_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "households" ADD COLUMN "follow_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "households" ADD COLUMN "planned_until" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "inbox_items_of_user" ON "inbox_items" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "inbox_items_unread" ON "inbox_items" USING btree ("user_id") WHERE "inbox_items"."read_at" is null;--> statement-breakpoint
CREATE INDEX "inbox_items_of_household" ON "inbox_items" USING btree ("household_id");--> statement-breakpoint
CREATE INDEX "inbox_items_created" ON "inbox_items" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "reminder_mutes_of_household" ON "reminder_mutes" USING btree ("household_id");--> statement-breakpoint
CREATE INDEX "reminder_snoozes_of_household" ON "reminder_snoozes" USING btree ("household_id");--> statement-breakpoint
CREATE INDEX "reminders_due" ON "reminders" USING btree ("send_at") WHERE "reminders"."sent_at" is null;--> statement-breakpoint
CREATE INDEX "reminders_waiting" ON "reminders" USING btree ("household_id","member_id") WHERE "reminders"."sent_at" is null;--> statement-breakpoint
CREATE INDEX "reminders_of_household" ON "reminders" USING btree ("household_id");--> statement-breakpoint
CREATE INDEX "reminders_sent" ON "reminders" USING btree ("sent_at") WHERE "reminders"."sent_at" is not null;--> statement-breakpoint
CREATE INDEX "households_changed" ON "households" USING btree ("id") WHERE "households"."followed_revision" < "households"."content_revision";--> statement-breakpoint
CREATE INDEX "households_follow_at" ON "households" USING btree ("follow_at") WHERE "households"."follow_at" is not null;--> statement-breakpoint
alter table inbox_items add constraint inbox_items_household foreign key (household_id) references households (id) on delete cascade;--> statement-breakpoint
alter table reminder_mutes add constraint reminder_mutes_household foreign key (household_id) references households (id) on delete cascade;--> statement-breakpoint
alter table reminder_snoozes add constraint reminder_snoozes_household foreign key (household_id) references households (id) on delete cascade;--> statement-breakpoint
alter table reminders add constraint reminders_household foreign key (household_id) references households (id) on delete cascade;