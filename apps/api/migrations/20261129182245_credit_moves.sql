ALTER TABLE "payments" ADD COLUMN "move_id" uuid;--> statement-breakpoint
CREATE INDEX "payments_of_move" ON "payments" USING btree ("move_id") WHERE "payments"."move_id" is not null;