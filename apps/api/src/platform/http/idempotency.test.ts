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

  it('finds what a crash left: the same key makes the same id', async () => {
    const key = randomUUID()
    const first = await create(key, { name: 'Crash' })
    await api.postgres.pool.query('delete from idempotent_answers where key = $1', [key])
    const person = { ...asha }
    expect((await create(key, { name: 'Crash' }, person)).body.id).toBe(first.body.id)
  })

  it('takes over what a dead process had begun, and no earlier', async () => {
    const key = randomUUID()
    await api.postgres.pool.query(
      `insert into idempotent_answers (user_id, route, key, input_hash, worked_on_by, started_at)
       select user_id, route, $2, input_hash, worked_on_by, $3 from idempotent_answers
       where user_id = $1 and body like '%"Crash"%' limit 1`,
      [asha.userId, key, new Date(api.clock.now() - 14_500).toISOString()],
    )
    expect((await create(key, { name: 'Crash' })).status).toBe(201)
  })

  it('is forgotten after a day', async () => {
    const key = randomUUID()
    await create(key, { name: 'Yesterday' })
    await api.clock.moveTo(new Date(api.clock.now() + 24 * 3_600_000 + 1000).toISOString())
    const { rows } = await api.postgres.pool.query('select 1 from idempotent_answers where key = $1', [key])
    expect(rows).toEqual([])
  })

  it('has a form', async () => {
    const person = await aPerson(api)
    for (const key of ['', 'with space', 'x'.repeat(201)])
      expect((await create(key, { name: 'Form' }, person)).body.errors?.[0].pointer, key).toBe(
        '/header/Idempotency-Key',
      )
  })
})
