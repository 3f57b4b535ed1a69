import { insertRows } from '../../platform/postgres/row-columns.ts'
import { reminderLeads, reminderMutes, reminders, reminderSnoozes } from './reminder.table.ts'

const columns = `r.id, r.household_id as "householdId", r.member_id as "memberId", r.kind,
  r.subject_id as "subjectId", r.occurs_on as "on", r.lead, r.send_at as "sendAt", r.sent_at as "sentAt"`

/** Every prepared statement on reminders; a test explains each. */
export const reminderStatements = {
  /** All that waits, and what was sent of occasions that are not long past. */
  ofHousehold: {
    name: 'reminders.of-household',
    text: `select ${columns} from reminders r
      where r.household_id = $1 and (r.sent_at is null or r.occurs_on >= $2)`,
  },
  add: {
    name: 'reminders.add',
    text: `${insertRows(reminders, 'r', { but: ['leasedUntil', 'sentAt'] })}
      on conflict (member_id, kind, subject_id, occurs_on, lead) do nothing`,
  },
  move: {
    name: 'reminders.move',
    text: `update reminders r set send_at = moved."sendAt"
      from jsonb_to_recordset($2::jsonb) as moved(id uuid, "sendAt" timestamptz)
      where r.household_id = $1 and r.id = moved.id and r.id = any($3::uuid[]) and r.sent_at is null`,
  },
  remove: {
    name: 'reminders.remove',
    text: `delete from reminders r where r.household_id = $1 and r.id = any($2::uuid[]) and r.sent_at is null`,
  },
  /** Whoever is due first, with all that is due for them; until the lease ends nobody else has them. */
  claim: {
    name: 'reminders.claim',
    text: `with due as (
        select d.member_id from reminders d
        where d.sent_at is null and d.send_at <= $1 and (d.leased_until is null or d.leased_until <= $1)
        order by d.send_at limit $3 for update skip locked
      ), own as (
        select o.id from reminders o
        where o.member_id in (select member_id from due) and o.sent_at is null and o.send_at <= $1
          and (o.leased_until is null or o.leased_until <= $1)
        for update skip locked
      )
      update reminders r set leased_until = $2 from own where r.id = own.id returning ${columns}`,
  },
  release: {
    name: 'reminders.release',
    text: `update reminders r set leased_until = null, send_at = coalesce($4::timestamptz, r.send_at)
      where r.household_id = $1 and r.id = any($2::uuid[]) and r.sent_at is null and r.leased_until = $3`,
  },
  sent: {
    name: 'reminders.sent',
    text: `update reminders r set sent_at = $4, leased_until = null
      where r.household_id = $1 and r.id = any($2::uuid[]) and r.sent_at is null and r.leased_until = $3 returning r.id`,
  },
  /** How near to its day each of some occasions was told of last. */
  latestLeads: {
    name: 'reminders.latest-leads',
    text: `select r.kind || ' ' || r.subject_id || ' ' || r.occurs_on as occasion, min(r.lead) as lead
      from reminders r where r.household_id = $1 and r.member_id = $2 and r.subject_id = any($3::uuid[])
        and r.sent_at is not null group by 1`,
  },
  purge: {
    name: 'reminders.purge',
    text: `delete from reminders r where r.id = any(array(
      select o.id from reminders o where o.sent_at < $1 limit 1000)) returning r.id`,
  },
  snoozes: {
    name: 'reminders.snoozes',
    text: `select s.kind, s.subject_id as "subjectId", s.occurs_on as "on", s.until_on as "untilOn"
      from reminder_snoozes s where s.household_id = $1 and s.member_id = $2`,
  },
  snooze: {
    name: 'reminders.snooze',
    text: `${insertRows(reminderSnoozes, 's')} on conflict (member_id, kind, subject_id, occurs_on)
      do update set until_on = excluded.until_on`,
  },
  /** News that somebody was told already. */
  sentNews: {
    name: 'reminders.sent-news',
    text: `select r.kind || ' ' || r.subject_id || ' ' || r.occurs_on as occasion from reminders r
      where r.household_id = $1 and r.member_id = $2 and r.lead = 1000 and r.sent_at is not null`,
  },
  /** What somebody wants of single subscriptions. */
  wishes: {
    name: 'reminders.wishes',
    text: `select m.subscription_id as id, true as muted, null as "leadDays" from reminder_mutes m
        where m.household_id = $1 and m.member_id = $2
      union all select l.subscription_id, false, l.lead_days from reminder_leads l
        where l.household_id = $1 and l.member_id = $2`,
  },
  mute: {
    name: 'reminders.mute',
    text: `${insertRows(reminderMutes, 'm')} on conflict (member_id, subscription_id) do nothing`,
  },
  unmute: {
    name: 'reminders.unmute',
    text: 'delete from reminder_mutes m where m.household_id = $1 and m.member_id = $2 and m.subscription_id = $3',
  },
  lead: {
    name: 'reminders.lead',
    text: `${insertRows(reminderLeads, 'l')} on conflict (member_id, subscription_id)
      do update set lead_days = excluded.lead_days`,
  },
  leadAsUsual: {
    name: 'reminders.lead-as-usual',
    text: 'delete from reminder_leads l where l.household_id = $1 and l.member_id = $2 and l.subscription_id = $3',
  },
} as const
