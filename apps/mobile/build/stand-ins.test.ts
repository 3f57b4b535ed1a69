import { globSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { expect, test } from 'vitest'

const source = new URL('../src', import.meta.url).pathname

/** The bundler tries each extension in turn: a stand-in of an earlier one would be found before the phone's own file. */
test('what stands in for a native file on the bench has its extension', () => {
  const native = globSync(`${source}/**/*.native.{ts,tsx}`)
  const known = new Set(globSync(`${source}/**/*.{ts,tsx}`))
  const without = native.filter((file) => !known.has(file.replace('.native.', '.')))
  expect(native.length).toBeGreaterThan(0)
  expect(without.map((file) => `${basename(dirname(file))}/${basename(file)}`)).toEqual([])
})
