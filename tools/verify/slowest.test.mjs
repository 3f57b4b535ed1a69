import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../setup/root.mjs'
import { Slowest } from './slowest.mjs'

/** @param {string} name @param {number} ms @param {string[]} tests */
const file = (name, ms, ...tests) => ({
  name: join(root, name),
  startTime: 1_000,
  endTime: 1_000 + ms,
  assertionResults: tests.map((fullName) => ({ fullName, status: 'passed', duration: ms / tests.length })),
})

it('tells the slowest ten files and tests, a file of two runs once', () => {
  const slowest = new Slowest()
  slowest.add([file('apps/a.test.ts', 2_000, 'one', 'two'), file('apps/b.test.ts', 3_000, 'three')])
  slowest.add([file('apps/a.test.ts', 1_500, 'one')])
  slowest.add(Array.from({ length: 12 }, (_, at) => file(`apps/quick-${at}.test.ts`, 10, 'quick')))
  const lines = slowest.lines()
  expect(lines).toHaveLength(24)
  expect(lines.slice(0, 4)).toEqual([
    '',
    'The slowest files:',
    '    3.5 s  apps/a.test.ts',
    '    3.0 s  apps/b.test.ts',
  ])
  expect(lines.slice(13, 16)).toEqual([
    'The slowest tests:',
    '    3.0 s  apps/b.test.ts: three',
    '    1.5 s  apps/a.test.ts: one',
  ])
})

it('says nothing where nothing ran', () => {
  expect(new Slowest().lines()).toEqual([])
})
