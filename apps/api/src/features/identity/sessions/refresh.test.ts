import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson } from '../../../../test/a-person.ts'
import { startApi, type Api } from '../../../../test/harness.ts'
import { kindsTo } from '../../../../test/mailbox.ts'
import { Clock } from '../../../platform/clock/clock.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { SessionsService } from './sessions.service.ts'
import type { ClientContext } from './session.types.ts'

const HOUR = 3_600_000
const FAMILIES = 1000
const AT_ONCE = 20
const STEPS = 8
const DAY = 86_400_000
const client: ClientContext = { transport: 'body', locale: 'en', address: '127.0.0.1', userAgent: 'test' }
const phone = 'Mozilla/5.0 (Linux; Android 10; K) Chrome/142.0.0.0 Mobile'
const devices = [phone, 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Firefox/145.0'] as const

/** Numbers that look random and are the same in every run. */
function randomFrom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

describe('refresh tokens', () => {
  let api: Api
  let sessions: SessionsService
  beforeAll(async () => {
    api = await startApi({ now: '2026-01-01T00:00:00Z', env: { DATABASE_POOL: '10', LOG_LEVEL: 'silent' } })
    sessions = api.app.get(SessionsService)
  })
  afterAll(() => api.close())

  const refresh = (refreshToken: string, userAgent = phone) =>
    api.fetchJson('/v1/auth/refresh', {
      method: 'POST',
      headers: { 'X-Client': 'mobile', 'User-Agent': userAgent },
      body: { refreshToken },
    })

  /** Without the work of each day on the way, which is about other things. */
  const later = (ms: number) => {
    const clock = api.app.get(Clock)
    clock.shiftBy(clock.offset + ms)
  }

  const familiesWithTwoLiveTokens = async () =>
    (
      await api.postgres.pool.query(
        `select t.session_id from refresh_tokens t join sessions s on s.id = t.session_id
         where t.used_at is null and s.ended_at is null group by t.session_id having count(*) > 1`,
      )
    ).rows

  it(
    '10.4.5 keeps at most one live token per family over 1,000 random interleavings',
    { timeout: 240_000 },
    async () => {
      const { userId } = await aPerson(api)
      const random = randomFrom(20_261_123)
      const clock = api.app.get(Clock)
      let exchanged = 0
      let refused = 0
      /** One device, or several that hold copies, showing what they know: mostly the newest, sometimes an old one. */
      const show = async (seen: string[]) => {
        const token = (random(4) === 0 ? seen[random(seen.length)] : seen.at(-1)) ?? ''
        try {
          const device = { ...client, userAgent: devices[random(8) === 0 ? 1 : 0] }
          const { refreshToken } = await sessions.refresh(token, device)
          if (!seen.includes(refreshToken)) seen.push(refreshToken)
          exchanged++
        } catch (error) {
          if (!(error instanceof ProblemError) || error.code !== 'session-ended') throw error
          refused++
        }
      }
      for (let done = 0; done < FAMILIES; done += AT_ONCE) {
        const families = await Promise.all(
          Array.from({ length: AT_ONCE }, async () => [
            (await sessions.start(api.postgres, userId, client)).refreshToken,
          ]),
        )
        for (let step = 0; step < STEPS; step++) {
          await Promise.all(
            families.flatMap((seen) => Array.from({ length: 1 + random(3) }, () => show(seen))),
          )
          expect(await familiesWithTwoLiveTokens()).toEqual([])
          clock.shiftBy(clock.offset + random(3) * 9 * HOUR)
        }
      }
      expect([exchanged > FAMILIES, refused > FAMILIES / 4]).toEqual([true, true])
    },
  )

  it('10.4.5 ends the family of a token that comes back, and tells the person', async () => {
    const person = await aPerson(api)
    const { body } = await refresh(person.refreshToken)
    expect((await refresh(person.refreshToken, devices[1])).body.code).toBe('session-ended')
    expect((await refresh(body.refreshToken)).body.code).toBe('session-ended')
    expect((await person.get('/v1/me')).body.code).toBe('session-ended')
    expect(await kindsTo(api, person.email)).toContain('session-copied')
  })

  it('10.4.5 does as its rule says, whoever shows whatever when', async () => {
    const { userId } = await aPerson(api)
    const step = fc.record({
      wait: fc.constantFrom(0, 5000, 11 * HOUR, 47 * HOUR, 73 * HOUR),
      device: fc.constantFrom(...devices),
      /** How many tokens before the newest: 0 is the live one, 1 the one whose answer may have been lost. */
      back: fc.constantFrom(0, 0, 0, 1, 1, 1, 2),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const family = [(await sessions.start(api.postgres, userId, client)).refreshToken]
        const { now, shown } = { now: () => api.clock.now(), shown: { at: 0, by: '' } }
        let isOver = false
        for (const { wait, device, back } of steps) {
          later(wait)
          const at = family.length - 1 - Math.min(back, family.length - 1)
          const isLive = at === family.length - 1
          const isLost = at === family.length - 2 && shown.by === device && now() - shown.at <= 72 * HOUR
          const expected = isOver || !(isLive || isLost) ? 'session-ended' : 'exchanged'
          const answer = await sessions
            .refresh(family[at] ?? '', { ...client, userAgent: device })
            .catch((error: unknown) => error)
          const outcome = answer instanceof ProblemError ? answer.code : 'exchanged'
          expect(outcome).toBe(expected)
          isOver ||= outcome === 'session-ended'
          const { refreshToken } = answer as { refreshToken: string }
          if (outcome === 'exchanged' && isLive) {
            family.push(refreshToken)
            Object.assign(shown, { at: now(), by: device })
          }
          if (outcome === 'exchanged') expect(refreshToken).toBe(family.at(-1))
        }
      }),
      { numRuns: 150, seed: 20_261_128 },
    )
  })

  it('10.4.5 never ends the session of a device that loses answers and comes back within three days', async () => {
    const { userId } = await aPerson(api)
    const losses = fc.array(fc.record({ lost: fc.nat(3), wait: fc.integer({ min: 0, max: 7 * HOUR }) }))
    await fc.assert(
      fc.asyncProperty(losses, async (refreshes) => {
        let { refreshToken } = await sessions.start(api.postgres, userId, client)
        for (const { lost, wait } of refreshes) {
          for (let time = 0; time < lost; time++) {
            await sessions.refresh(refreshToken, client)
            later(wait)
          }
          refreshToken = (await sessions.refresh(refreshToken, client)).refreshToken
        }
      }),
      { numRuns: 30, seed: 20_261_128 },
    )
  })

  it('10.4.5 knows a device by what it calls itself, whatever was updated meanwhile', async () => {
    const person = await aPerson(api)
    const { body } = await refresh(person.refreshToken)
    const updated = phone.replace('142.0', '143.1').replace('Android 10', 'Android 16')
    const again = await refresh(person.refreshToken, updated)
    expect(again.body.refreshToken).toBe(body.refreshToken)
    // A browser that asks for the desktop page is as good as another device, but its token is its own.
    expect((await refresh(body.refreshToken, devices[1])).status).toBe(200)
    expect((await refresh(body.refreshToken, phone)).body.code).toBe('session-ended')
    expect(await kindsTo(api, person.email)).toContain('session-copied')
  })

  it('10.4.5 records the grace in which an honest repetition is answered', async () => {
    const person = await aPerson(api)
    const both = await Promise.all([refresh(person.refreshToken), refresh(person.refreshToken)])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(both[0].body.refreshToken).toBe(both[1].body.refreshToken)
    const { rows } = await api.postgres.pool.query(
      `select count(*)::int as repeated from refresh_tokens t join sessions s on s.id = t.session_id
       where s.user_id = $1 and t.was_repeated`,
      [person.userId],
    )
    expect(rows[0].repeated).toBe(1)
    expect(await kindsTo(api, person.email)).not.toContain('session-copied')
  })

  it('10.4.8 7.3.1 7.3.2 ends a session that idles, and one that is too old', async () => {
    const idle = await aPerson(api)
    let { refreshToken: busy } = await aPerson(api)
    for (let month = 0; month < 12; month++) {
      later(30 * DAY)
      busy = (await refresh(busy)).body.refreshToken
    }
    expect((await refresh(idle.refreshToken)).body.code).toBe('session-ended')
    later(6 * DAY)
    expect((await refresh(busy)).body.code).toBe('session-ended')
  })

  it('7.4.1 stops with the session, however it ended', async () => {
    const person = await aPerson(api)
    await api.fetchJson('/v1/auth/sign-out', { method: 'POST', token: person.token, body: {} })
    expect((await refresh(person.refreshToken)).body.code).toBe('session-ended')
    expect((await person.get('/v1/me')).body.code).toBe('session-ended')
  })
})
