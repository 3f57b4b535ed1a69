import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const lines = new URL('./line.mjs', import.meta.url).href

/** @param {string} script */
const run = (script) =>
  spawnSync(process.execPath, ['--input-type=module', '-e', `import { line } from '${lines}'\n${script}`], {
    encoding: 'utf8',
  })

test('a benchmark with a line that misses its target ends with 1, and prints the others', () => {
  const { status, stdout } = run(`line('slow', 0.9, { atLeast: 1.5 })\nline('small', 3, { atMost: 4 })`)
  expect(status).toBe(1)
  expect(stdout).toMatch(/slow +0\.90 +≥ 1\.5 +MISSED\nsmall +3\.00 +≤ 4 +ok\n/)
})

test('a benchmark that reaches its targets, or has none, ends with 0', () => {
  expect(run(`line('fast', 1.5, { atLeast: 1.5 })\nline('only a figure', 12, { digits: 0 })`).status).toBe(0)
})
