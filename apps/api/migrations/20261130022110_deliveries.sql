alter table "mails" rename to "deliveries";--> statement-breakpoint
alter table "deliveries" rename constraint "mails_pkey" to "deliveries_pkey";--> statement-breakpoint
alter index "mails_created_at" rename to "deliveries_created_at";--> statement-breakpoint
alter index "mails_recipient" rename to "deliveries_recipient";--> statement-breakpoint
alter table "deliveries" add column "channel" text;--> statement-breakpoint
alter table "deliveries" add column "key" uuid;--> statement-breakpoint
alter table "deliveries" add column "user_id" uuid;--> statement-breakpoint
alter table "deliveries" add column "household_id" uuid;--> statement-breakpoint
alter table "deliveries" add column "target_id" uuid;--> statement-breakpoint
alter table "deliveries" add column "message_id" uuid;--> statement-breakpoint
alter table "deliveries" add column "title" text default '' not null;--> statement-breakpoint
alter table "deliveries" add column "failed_at" timestamp with time zone;--> statement-breakpoint
alter table "deliveries" add column "attempts" integer default 0 not null;--> statement-breakpoint
alter table "deliveries" add column "answer" text;--> statement-breakpoint
-- The id of a letter was its Message-ID and goes on to be it.
update deliveries set channel = case when kind = 'sms' then 'sms' else 'email' end, key = id;--> statement-breakpoint
update deliveries d set failed_at = j.failed_at, answer = j.last_error, attempts = j.attempts
  from jobs j where j.kind = 'mail.deliver' and j.payload->>'mailId' = d.id::text;--> statement-breakpoint
update jobs set kind = 'deliver.email', payload = jsonb_build_object('deliveryId', payload->>'mailId')
  where kind = 'mail.deliver';--> statement-breakpoint
alter table "deliveries" alter column "channel" set not null;--> statement-breakpoint
alter table "deliveries" alter column "key" set not null;--> statement-breakpoint
alter table "deliveries" add constraint "deliveries_key" unique ("key");--> statement-breakpoint
create index "deliveries_user" on "deliveries" using btree ("user_id", "id");--> statement-breakpoint
create index "deliveries_household" on "deliveries" using btree ("household_id");--> statement-breakpoint
alter table deliveries add constraint deliveries_user_fk foreign key (user_id) references users (id) on delete cascade;--> statement-breakpoint
alter table deliveries add constraint deliveries_household_fk foreign key (household_id) references households (id) on delete cascade;
