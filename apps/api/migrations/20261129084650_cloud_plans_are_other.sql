-- Cloud storage was counted as streaming; it has a kind of its own now (decision 25).
UPDATE "billed_subscriptions" SET "kind" = 'other' WHERE "kind" = 'ott' AND "provider_id" IN ('icloud', 'google-one');
