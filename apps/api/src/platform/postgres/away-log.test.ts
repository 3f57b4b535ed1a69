import { setTimeout as pause } from 'node:timers/promises'
import { Logger, type LoggerService } from '@nestjs/common'
import { expect, it } from 'vitest'
import { aRoad } from '../../../test/a-road.ts'
import { startApi } from '../../../test/harness.ts'
import { Ticks } from '../clock/ticks.ts'

it('a PostgreSQL that is away is one line of each that notices, however long and however many wait for it', async () => {
  const road = await aRoad()
  const api = await startApi({ through: road.through, env: { SERVICE_ROLE: 'all' } })
  const lines: string[] = []
  const note = (message: unknown, ...more: unknown[]) =>
    void lines.push(`${String(more.at(-1))}: ${JSON.stringify(message)}`)
  const collector: LoggerService = { log: () => {}, warn: note, error: note }
  const isReady = async () => (await api.fetchJson('/health/ready')).status === 200
  try {
    // Workers have begun by then, on connections of their own.
    await new Promise<void>((resolve) => {
      api.ticks.register({ name: 'test', run: async () => (resolve(), 0) })
    })
    Logger.overrideLogger(collector)
    await road.close()
    for (let asked = 0; asked < 4; asked++) {
      expect(await isReady()).toBe(false)
      await api.app.get(Ticks).runAll()
      await pause(500)
    }
    await road.open()
    await expect.poll(isReady, { timeout: 20_000 }).toBe(true)
    await expect.poll(() => lines.filter((line) => line.startsWith('WritersLock')).length).toBe(2)
    // Workers that had not all begun try that again, which is another matter.
    const told = lines.filter((line) => !line.includes('cannot start yet'))
    const where = Map.groupBy(told, (line) => line.split(':', 1)[0])
    expect(new Set(where.keys())).toEqual(new Set(['Jobs', 'PostgreSQL', 'WritersLock']))
    expect(where.get('Jobs')).toEqual([expect.stringMatching(/store of the queues/)])
    expect(where.get('PostgreSQL')?.[0]).toMatch(/It cannot be used/)
    expect(where.get('WritersLock')).toEqual([expect.stringMatching(/wait/), expect.stringMatching(/again/)])
  } finally {
    await api.close()
    await road.close()
  }
})
