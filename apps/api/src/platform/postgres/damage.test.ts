import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { Logger, type LoggerService } from '@nestjs/common'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aHousehold } from '../../../test/a-household.ts'
import type { Person } from '../../../test/a-person.ts'
import { anOwnServer } from '../../../test/an-own-server.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { Ticks } from '../clock/ticks.ts'

async function overwritePage(path: string) {
  const file = await open(path, 'r+')
  await file.write(Buffer.alloc(8192, 0xa5), 0, 8192, 0)
  await file.close()
}

describe('a page of a table that is damaged', () => {
  let server: Awaited<ReturnType<typeof anOwnServer>>
  let api: Api
  let person: Person
  const lines: string[] = []
  const note = (message: unknown) => void lines.push(JSON.stringify(message))
  const collector: LoggerService = { log: () => {}, warn: note, error: note }

  beforeAll(async () => {
    server = await anOwnServer()
    const before = await startApi({ through: () => server.url })
    ;({ person } = await aHousehold(before))
    const { rows } = await before.postgres.pool.query(`select pg_relation_filepath('payments') as path`)
    await before.close()
    await server.whileStopped((cluster) => overwritePage(join(cluster, rows[0].path)))
    api = await startApi({ through: () => server.url })
    Logger.overrideLogger(collector)
  })
  afterAll(async () => {
    await api.close()
    await server.stop()
  })

  const get = (path: string) => api.fetchJson(path, { token: person.token })

  it('is 503 for what needs it, while the rest works, and one line in the log', async () => {
    for (let n = 0; n < 5; n++) {
      const { status, body } = await get(`${person.home}/history`)
      expect([status, body.code]).toEqual([503, 'unavailable'])
    }
    for (const path of ['/v1/me', person.home, `${person.home}/subscriptions`, '/health/ready'])
      expect([path, (await get(path)).status]).toEqual([path, 200])
    await api.app.get(Ticks).runAll()
    // Test files share a process: what an earlier one left running may still miss its database.
    const own = lines.filter((line) => !/database ..test_/.test(line))
    expect(own).toEqual([
      expect.stringMatching(
        /^"Stored data cannot be read, restore them from a backup: invalid page in block 0.*XX001/,
      ),
    ])
  })
})
