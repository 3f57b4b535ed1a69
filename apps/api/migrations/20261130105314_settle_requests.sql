CREATE TABLE "settle_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"household_id" uuid NOT NULL,
	"from_member" uuid NOT NULL,
	"to_member" uuid NOT NULL,
	"currency" text NOT NULL,
	"asked_on" date NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "settle_requests_of_pair" UNIQUE("household_id","from_member","to_member","currency")
);
--> statement-breakpoint
CREATE INDEX "settle_requests_asked" ON "settle_requests" USING btree ("asked_at");--> statement-breakpoint
alter table settle_requests add constraint settle_requests_household foreign key (household_id) references households (id) on delete cascade;
