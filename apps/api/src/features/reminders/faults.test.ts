import { afterEach, describe, expect, it } from 'vitest'
import { aVerifiedPerson } from '../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { mailTo } from '../../../test/mailbox.ts'
import { aReminded, INDIA, lettersOf, signedInAgain, walkDays, walkIndia } from '../../../test/reminded.ts'
import { startSmtpPeer } from '../../../test/smtp-peer.ts'

const START = '2026-11-23T06:00:00Z'

describe('reminders among faults', () => {
  let api: Api
  afterEach(() => api.close())

  it('wait for a mail server that is away for a day, and arrive once each', async () => {
    const away = await startSmtpPeer()
    await away.close()
    api = await startApi({ now: START, env: { SMTP_URL: away.url, LOG_LEVEL: 'silent' } })
    const { person } = await aReminded(api)
    await walkIndia(api, '2026-11-24', '2026-11-26')
    await walkDays(api, '2026-11-26', '2026-11-27', ['05:00', '11:00', '17:00', '23:00'])
    const back = await startSmtpPeer(away.port)
    await walkDays(api, '2026-11-28', '2026-11-28', ['01:00', '02:00', '03:00'])
    const told = back.received.filter(
      ({ raw }) => /^Subject: .*7_days/m.test(raw) || raw.includes('in 7 days'),
    )
    expect(told.map(({ to }) => to)).toEqual([[person.email]])
    const here = await signedInAgain(api, person)
    const { body } = await here.get('/v1/me/deliveries')
    expect(body.items[0]).toMatchObject({ channel: 'email', state: 'sent', answer: '250' })
    await back.close()
  })

  it('are put off by a thousand snoozes beside ten thousand others as by the last one, and come once', async () => {
    api = await startApi({ now: START })
    const { person, subscriptionId } = await aReminded(api)
    await api.postgres.pool.query(
      `insert into reminder_snoozes (household_id, member_id, kind, subject_id, occurs_on, until_on)
        select $1, $2, 'renewal', $3, date '2027-01-03' + n, date '2027-01-04' + n from generate_series(1, 10000) n`,
      [person.householdId, person.memberId, subscriptionId],
    )
    await walkIndia(api, '2026-11-24', '2026-11-26')
    const here = await signedInAgain(api, person)
    const [item] = (await here.get('/v1/inbox')).body.items
    const snooze = (days: number) => here.post(`/v1/inbox/${item.id}/snooze`, { days })
    for (let round = 0; round < 50; round++) {
      const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => snooze([1, 3, 7][at % 3] ?? 1)))
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    }
    expect((await snooze(5)).status).toBe(400)
    expect((await snooze(3)).body).toMatchObject({ snoozedUntil: '2026-11-29' })
    await walkIndia(api, '2026-11-27', '2026-11-29')
    expect(await lettersOf(api, person.email, INDIA)).toEqual([
      { at: '2026-11-26 09:00', subject: 'Netflix: ₹649 in 7 days' },
      { at: '2026-11-29 09:00', subject: 'Netflix: ₹649 in 4 days' },
    ])
  })

  it('are answered by a link as who got the letter, whoever is signed in where it is opened', async () => {
    api = await startApi({ now: START })
    const { person } = await aReminded(api)
    const other = await aReminded(api)
    await walkIndia(api, '2026-11-24', '2026-11-26')
    const [letter] = await mailTo(api, person.email)
    const link = new URL(letter?.links.find((one) => one.includes('/v1/letter')) ?? 'none:')
    const { token } = await signedInAgain(api, other.person)
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/x-www-form-urlencoded' }
    const answer = await fetch(`${api.url}${link.pathname}${link.search}&act=snooze1`, {
      method: 'POST',
      headers,
      body: '',
    })
    expect(answer.status).toBe(200)
    const { rows } = await api.postgres.pool.query('select member_id from reminder_snoozes')
    expect(rows).toEqual([{ member_id: person.memberId }])
    expect((await aVerifiedPerson(api)).userId).not.toBe(person.userId)
  })
})
