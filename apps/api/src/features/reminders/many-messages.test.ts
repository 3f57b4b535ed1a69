import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anFcm, type FcmPeer } from '../../../test/an-fcm.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { logQueries } from '../../../test/query-log.ts'
import { aReminded, netflix, walkIndia } from '../../../test/reminded.ts'

const MORE = 39

describe('many messages of one morning', () => {
  let api: Api
  let fcm: FcmPeer
  beforeEach(async () => {
    fcm = await anFcm()
    api = await startApi({ now: '2026-11-23T06:00:00Z', env: { ...fcm.env, LOG_LEVEL: 'silent' } })
  })
  afterEach(async () => {
    await api.close()
    await fcm.close()
  })

  it('are left, carried and noted by few questions, and each comes once', async () => {
    const { person } = await aReminded(api)
    const phone = { kind: 'fcm', token: 'phone'.padEnd(160, 'x'), name: 'Pixel 7' }
    await person.post('/v1/me/devices', phone)
    for (let one = 1; one <= MORE; one++)
      await person.post(`${person.home}/subscriptions`, { ...netflix, name: `Netflix ${one}` })
    await walkIndia(api, '2026-11-25', '2026-11-25')
    const log = logQueries()
    await walkIndia(api, '2026-11-26', '2026-11-26')
    log.stop()
    const titles = fcm.messages.map(({ data }) => (data as { title: string }).title)
    expect(new Set(titles).size).toBe(MORE + 1)
    expect(titles).toHaveLength(MORE + 1)
    const asked = (name: string) => log.queries.filter((query) => query.name === name).length
    // As many as batches, and not as many as messages.
    for (const name of [
      'inbox.add',
      'deliveries.insert',
      'deliveries.unsent',
      'deliveries.ended',
      'devices.some',
    ])
      expect([name, asked(name)]).toEqual([name, expect.toSatisfy((count: number) => count > 0 && count < 8)])
    expect(asked('jobs.done')).toBeLessThan(16)
  })
})
