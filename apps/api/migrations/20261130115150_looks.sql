ALTER TABLE "billed_subscriptions" ADD COLUMN "look" text;--> statement-breakpoint
-- A look of one's own stood where the colour of the brand does. A colour cannot be told from that of a brand: it stays until its
-- subscription is written the next time, and is drawn the same.
UPDATE "billed_subscriptions" SET "look" = "brand_color", "brand_color" = NULL WHERE "brand_color" NOT LIKE '#%';
