-- The column of a field that is new: as the upgrade of the body computes it when the document is read.
update subscriptions set next_look = to_char((body ->> 'nextEffectOn')::timestamp - interval '14 hours',
    'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || ' ' || household_id
  where body ->> 'nextEffectOn' is not null;
