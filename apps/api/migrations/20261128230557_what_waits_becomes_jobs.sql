-- What waited in the tables of events and letters waits as jobs from here on: its order stays, what had failed is tried anew.
insert into jobs (id, kind, payload, lane, created_at, due_at)
  select gen_random_uuid(), 'event.settlement-letters', jsonb_build_object('eventId', id), household_id, recorded_at, recorded_at
  from events where handled_at is null and kind in ('money.settlement', 'money.settlementUndone')
  order by recorded_at, id;
--> statement-breakpoint
insert into jobs (id, kind, payload, created_at, due_at)
  select gen_random_uuid(), 'mail.deliver', jsonb_build_object('mailId', id), created_at, next_attempt_at
  from mails where next_attempt_at is not null
  order by created_at, id;
