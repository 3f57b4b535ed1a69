ALTER TABLE "webhooks" ALTER COLUMN "user_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "household_id" uuid;--> statement-breakpoint
CREATE INDEX "webhooks_household" ON "webhooks" USING btree ("household_id","id");--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_are_of_one" CHECK (("webhooks"."user_id" is null) <> ("webhooks"."household_id" is null));--> statement-breakpoint
alter table webhooks add constraint webhooks_household_fk foreign key (household_id) references households (id) on delete cascade;
