import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'
import { followingStatements } from '../households/household-following.repository.ts'
import { inboxStatements } from './inbox.repository.ts'
import { letterActStatements } from './letter-act.repository.ts'
import { preferencesStatements } from './preferences.repository.ts'
import { reminderStatements } from './reminder.statements.ts'

const statements = [
  ...Object.values(reminderStatements),
  ...Object.values(inboxStatements),
  ...Object.values(preferencesStatements),
  ...Object.values(followingStatements),
  ...Object.values(letterActStatements),
].map(({ name, text }) => [name, text] as const)

describe('the statements of reminders', () => {
  let api: Api
  beforeAll(async () => {
    api = await startApi()
    const ids = [Array.from({ length: 3000 }, () => v7())]
    const seed = (text: string) => api.postgres.pool.query(text, ids)
    await seed(`insert into households (id, name, country, currency, time_zone, followed_revision, follow_at, created_at, updated_at)
      select h, 'Home', 'IN', 'INR', 'Asia/Kolkata', 1, timestamptz '2026-12-01', timestamptz '2026-01-01', timestamptz '2026-01-01'
      from unnest($1::uuid[]) h`)
    await seed(`insert into reminders (id, household_id, member_id, kind, subject_id, occurs_on, lead, send_at, sent_at)
      select gen_random_uuid(), h, h, 'renewal', h, date '2026-12-01' + n, 7, timestamptz '2026-12-01' + n * interval '1 day',
        case when n > 2 then timestamptz '2026-12-01' end from unnest($1::uuid[]) h, generate_series(1, 5) n`)
    await seed(`insert into inbox_items (id, household_id, member_id, user_id, parts, created_at)
      select gen_random_uuid(), h, h, h, '[]', timestamptz '2026-12-01' from unnest($1::uuid[]) h`)
    await seed(`insert into reminder_mutes select h, h, h from unnest($1::uuid[]) h`)
    await seed(`insert into reminder_leads select h, h, h, '[1]' from unnest($1::uuid[]) h`)
    await seed(
      `insert into reminder_snoozes select h, h, 'renewal', h, date '2026-12-01', date '2026-12-02' from unnest($1::uuid[]) h`,
    )
    await api.postgres.pool.query('analyze')
  })
  afterAll(() => api.close())

  it.each(statements)('%s reads no table from end to end', async (_name, text) => {
    const { rows } = await api.postgres.pool.query(`explain (generic_plan) ${text}`)
    expect(JSON.stringify(rows)).not.toMatch(
      /Seq Scan on (reminders|inbox_items|reminder_mutes|reminder_leads|reminder_snoozes|households)/,
    )
  })
})
