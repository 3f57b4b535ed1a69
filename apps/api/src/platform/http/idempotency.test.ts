import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'

const householdsOf = async (person: Person) => (await person.get('/v1/households?limit=100')).body.items

describe('an idempotency key', () => {
  let api: Api
  let asha: Person
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T10:00:00Z' })
    asha = await aPerson(api)
  })
  afterAll(() => api.close())

  const create = (key: string, body: unknown, person = asha) =>
    person.post('/v1/households', body, { 'Idempotency-Key': key })

  it('gives the first answer again, and says so', async () => {
    const key = randomUUID()
    const first = await create(key, { name: 'Beach house' })
    const again = await create(key, { name: 'Beach house' })
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
    expect([first.headers.get('idempotency-replayed'), again.headers.get('idempotency-replayed')]).toEqual([
      null,
      'true',
    ])
  })

  it('does the work once for twenty parallel requests', async () => {
    const person = await aPerson(api)
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: 20 }, () => create(key, { name: 'Once' }, person)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(await householdsOf(person)).toHaveLength(2)
  })

  it('does not care about the order of fields', async () => {
    const key = randomUUID()
    const first = await create(key, { name: 'Order', country: 'IN' })
    expect((await create(key, { country: 'IN', name: 'Order' })).body.id).toBe(first.body.id)
  })

  it('refuses another body under the same key', async () => {
    const key = randomUUID()
    await create(key, { name: 'One' })
    const other = await create(key, { name: 'Two' })
    expect([other.status, other.body.code]).toEqual([409, 'idempotency-conflict'])
  })

  it('belongs to one person', async () => {
    const key = randomUUID()
    const mine = await create(key, { name: 'Mine' })
    const theirs = await create(key, { name: 'Mine' }, await aPerson(api))
    expect(theirs.body.id).not.toBe(mine.body.id)
  })

  it('keeps no refusal: the corrected request may use the same key', async () => {
    const key = randomUUID()
    expect((await create(key, { name: 'X', timeZone: 'Nowhere' })).status).toBe(400)
    expect((await create(key, { name: 'X', timeZone: 'Europe/Berlin' })).status).toBe(201)
  })

  it('is kept with what it answers, or neither is', async () => {
    const person = await aPerson(api)
    const key = randomUUID()
    const refuse = async (text: string) => api.postgres.pool.query(text)
    await refuse('alter table idempotent_answers add constraint no_answers check (body is null) not valid')
    expect((await create(key, { name: 'Half' }, person)).status).toBe(500)
    await refuse('alter table idempotent_answers drop constraint no_answers')
    expect(await householdsOf(person)).toHaveLength(1)
    expect((await create(key, { name: 'Half' }, person)).status).toBe(201)
    expect(await householdsOf(person)).toHaveLength(2)
  })

  it('is forgotten after a day, also before somebody swept', async () => {
    const key = randomUUID()
    const first = await create(key, { name: 'Yesterday' })
    await api.postgres.pool.query(
      `update idempotent_answers set started_at = started_at - interval '24 hours 1 second' where user_id = $1`,
      [asha.userId],
    )
    const second = await create(key, { name: 'Today' })
    expect([second.status, second.body.name, second.body.id === first.body.id]).toEqual([201, 'Today', false])
    expect((await create(key, { name: 'Today' })).body.id).toBe(second.body.id)
  })

  it('is swept however many there are, in one minute', async () => {
    await api.postgres.pool.query(
      `insert into idempotent_answers (user_id, question, input_hash, act, started_at)
       select gen_random_uuid(), 'q', 'i', gen_random_uuid(), '2026-11-01' from generate_series(1, 12000)`,
    )
    await api.ticks.runAll()
    const { rows } = await api.postgres.pool.query(
      `select count(*)::int as count from idempotent_answers where started_at < '2026-11-02'`,
    )
    expect(rows).toEqual([{ count: 0 }])
  })

  it('costs little: an answer is packed', async () => {
    const person = await aPerson(api)
    await create(randomUUID(), { name: 'Small' }, person)
    const { rows } = await api.postgres.pool.query(
      'select pg_column_size(a.*) as bytes from idempotent_answers a where user_id = $1',
      [person.userId],
    )
    expect(rows[0].bytes).toBeLessThan(400)
  })

  it('has a form', async () => {
    const person = await aPerson(api)
    for (const key of ['', 'with space', 'x'.repeat(201)])
      expect((await create(key, { name: 'Form' }, person)).body.errors?.[0].pointer, key).toBe(
        '/header/Idempotency-Key',
      )
  })
})
