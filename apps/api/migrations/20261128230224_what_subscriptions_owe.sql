-- A document owes one comparison instead of a list of effects: the widest of them.
update subscriptions s set body = s.body - 'pendingEffects' || jsonb_build_object('owed', (
    select case when count(*) = 0 then null else jsonb_build_object(
      'fromIndex', coalesce(min(least((effect ->> 'fromIndex')::int, (effect ->> 'voidFromIndex')::int)), 0),
      'since', s.body ->> 'updatedAt',
      'billedUntil', min(effect ->> 'on') filter (where effect ->> 'kind' = 'raiseCharges'),
      'on', max(effect ->> 'on') filter (where effect ->> 'kind' = 'raiseCharges'),
      'splitFrom', min(coalesce(effect ->> 'splitFrom', effect ->> 'on')) filter (where effect ->> 'kind' = 'raiseCharges'),
      'assumePaidBeforeIndex', max((effect ->> 'assumePaidBeforeIndex')::int),
      'payments', coalesce(jsonb_agg(effect - 'kind') filter (where effect ->> 'kind' = 'recordPayment'), '[]')) end
    from jsonb_array_elements(s.body -> 'pendingEffects') effect))
  where s.body ? 'pendingEffects';
--> statement-breakpoint
-- When to look is the instant at which the date begins in the household.
update subscriptions s set body = s.body || jsonb_build_object('nextLookAt', looked.at),
    next_look = looked.at || ' ' || s.household_id
  from (select d.id, to_char((d.body ->> 'nextEffectOn')::timestamp at time zone h.time_zone at time zone 'UTC',
      'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from subscriptions d join households h on h.id::text = d.household_id) looked
  where looked.id = s.id;
