import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aPerson } from '../../../test/a-person.ts'
import { aVerifiedPerson } from '../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { aReminded, signedInAgain, walkIndia } from '../../../test/reminded.ts'
import { startSmtpPeer, type SmtpPeer } from '../../../test/smtp-peer.ts'
import { deliveryStatements } from '../../platform/deliveries/delivery.repository.ts'
import { historyStatements } from './delivery-history.repository.ts'

const messageId = (raw: string) => /^Message-ID: (.*)$/im.exec(raw)?.[1]

describe('what was sent to somebody', () => {
  let peer: SmtpPeer
  let api: Api
  beforeAll(async () => {
    peer = await startSmtpPeer(0, 'nobody@example.org')
    api = await startApi({ now: '2026-11-23T06:00:00Z', env: { SMTP_URL: peer.url, LOG_LEVEL: 'silent' } })
  })
  afterEach(() => peer.received.splice(0))
  afterAll(async () => {
    await api.close()
    await peer.close()
  })

  it('is shown with its way, its place, its time and the answer, and as seen once it was read here', async () => {
    const { person } = await aReminded(api)
    await walkIndia(api, '2026-11-24', '2026-11-26')
    const here = await signedInAgain(api, person)
    const list = async () => (await here.get('/v1/me/deliveries')).body.items
    const told = { channel: 'email', recipient: person.email, title: 'Netflix: ₹649 in 7 days', attempts: 1 }
    expect(await list()).toEqual([
      {
        ...told,
        id: expect.any(String),
        state: 'sent',
        createdAt: expect.stringContaining('2026-11-26T03:30:0'),
        sentAt: expect.stringContaining('2026-11-26T03:30:0'),
        seenAt: null,
        answer: '250',
      },
    ])
    await here.post('/v1/inbox/read')
    expect(await list()).toMatchObject([{ ...told, seenAt: expect.any(String) }])
  })

  it('is nobody else’s to see, and letters that open an account are in no list', async () => {
    const { person } = await aReminded(api)
    await walkIndia(api, '2026-12-01', '2026-12-02')
    const other = await aVerifiedPerson(api)
    expect((await other.get('/v1/me/deliveries')).body.items).toEqual([])
    const items: { title: string }[] = (await (await signedInAgain(api, person)).get('/v1/me/deliveries'))
      .body.items
    expect(items.map(({ title }) => title)).toEqual(['Netflix: ₹649 tomorrow', 'Netflix: ₹649 in 2 days'])
  })

  it('has a key that follows from the reminder, which is the Message-ID: a letter sent again is the same', async () => {
    const { person } = await aReminded(api, {}, { startsOn: '2026-11-10' })
    await walkIndia(api, '2026-12-03', '2026-12-03')
    const raws = () =>
      peer.received
        .filter(({ to, raw }) => to.includes(person.email) && raw.includes('List-Unsubscribe:'))
        .map(({ raw }) => raw)
    const [first] = raws().map(messageId)
    const { rows } = await api.postgres.pool.query(
      `select key, id from deliveries where title like '%7 days%' and recipient = $1`,
      [person.email],
    )
    expect(first).toBe(`<${rows[0].key}@localhost>`)
    expect(rows[0].key).not.toBe(rows[0].id)
    // As a worker leaves it that dies between the answer of the server and its own note.
    await api.postgres.pool.query(`update deliveries set sent_at = null where id = $1`, [rows[0].id])
    await api.postgres.pool.query(
      `insert into jobs (id, kind, payload, created_at, due_at) values (gen_random_uuid(), 'deliver.email', $1, now(), '2026-01-01')`,
      [JSON.stringify({ deliveryId: rows[0].id })],
    )
    await api.ticks.runAll()
    const ids = raws().map(messageId)
    expect([ids.length, new Set(ids).size]).toEqual([2, 1])
  })

  it('can be tried at once, with what the server says', async () => {
    const person = await aVerifiedPerson(api)
    const { status, body } = await person.post('/v1/me/notifications/test', { way: 'email' })
    expect(status).toBe(200)
    expect(body.deliveries).toMatchObject([{ state: 'sent', answer: '250', recipient: person.email }])
    const refused = await aVerifiedPerson(api, { email: 'nobody@example.org' })
    const answer = await refused.post('/v1/me/notifications/test', { way: 'email' })
    expect(answer.body.deliveries).toMatchObject([{ state: 'failed', answer: 'EENVELOPE 550' }])
    const unverified = await aPerson(api)
    const none = await unverified.post('/v1/me/notifications/test', { way: 'email' })
    expect(none.body.code).toBe('email-not-verified')
  })
})

describe('the statements of deliveries', () => {
  let api: Api
  beforeAll(async () => {
    api = await startApi()
    await api.postgres.pool
      .query(`insert into deliveries (id, channel, key, recipient, kind, locale, sealed_data, created_at)
      select gen_random_uuid(), 'email', gen_random_uuid(), 'p' || n, 'reminder', 'en', 'x', timestamptz '2026-01-01' + n * interval '1 minute'
      from generate_series(1, 5000) n`)
    await api.postgres.pool.query('analyze deliveries')
  })
  afterAll(() => api.close())

  const statements = [...Object.values(deliveryStatements), ...Object.values(historyStatements)]
  it.each(statements.map(({ name, text }) => [name, text] as const))(
    '%s reads no table from end to end',
    async (_name, text) => {
      const { rows } = await api.postgres.pool.query(`explain (generic_plan) ${text}`)
      expect(JSON.stringify(rows)).not.toContain('Seq Scan on deliveries')
    },
  )
})
