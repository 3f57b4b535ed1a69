ALTER TYPE "public"."household_role" ADD VALUE 'guest';--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"household_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"email" text,
	"role" text NOT NULL,
	"member_id" uuid,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"max_uses" integer NOT NULL,
	"uses" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitations_used_within_limit" CHECK ("invitations"."uses" >= 0 and "invitations"."uses" <= "invitations"."max_uses")
);
--> statement-breakpoint
ALTER TABLE "household_members" ADD COLUMN "upi_id" text;--> statement-breakpoint
ALTER TABLE "household_members" ADD COLUMN "guest_token_hash" "bytea";--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_member_id_household_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."household_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_household_members_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."household_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitations_household" ON "invitations" USING btree ("household_id","created_at","id");--> statement-breakpoint
CREATE INDEX "invitations_member" ON "invitations" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "invitations_invited_by" ON "invitations" USING btree ("invited_by");--> statement-breakpoint
CREATE INDEX "invitations_expires_at" ON "invitations" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "invitations_email" ON "invitations" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "household_members_guest_token" ON "household_members" USING btree ("guest_token_hash") WHERE "household_members"."guest_token_hash" is not null;--> statement-breakpoint
ALTER TABLE "household_members" ADD CONSTRAINT "household_members_guest_has_no_account" CHECK ("household_members"."user_id" is null or "household_members"."role"::text <> 'guest');--> statement-breakpoint
ALTER TABLE "household_members" ADD CONSTRAINT "household_members_link_without_account" CHECK ("household_members"."user_id" is null or "household_members"."guest_token_hash" is null);