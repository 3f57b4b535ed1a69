CREATE TABLE "letter_acts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"done_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "letter_acts_done_at" ON "letter_acts" USING btree ("done_at");