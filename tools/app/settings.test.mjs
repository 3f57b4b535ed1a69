import { expect, test } from 'vitest'
import { readSettings } from './settings.mjs'

test('without any variable: port 3000, this machine only, a database of our own in .data', () => {
  expect(readSettings({})).toMatchObject({ port: 3000, host: '127.0.0.1', databaseUrl: undefined })
  expect(readSettings({ DATABASE_URL: ' ' }).databaseUrl).toBeUndefined()
})

test.each([
  [{ PORT: '70000' }, /not a port/],
  [{ PORT: 'three' }, /not a port/],
  [{ DATABASE_URL: 'mysql://127.0.0.1/x' }, /DATABASE_URL/],
  [{ DATABASE_URL: 'nonsense' }, /DATABASE_URL/],
])('refuses %j in one line', (env, message) => {
  expect(() => readSettings(env)).toThrow(message)
})

test('no message shows a password', () => {
  expect(() => readSettings({ DATABASE_URL: 'mysql://me:hunter2@127.0.0.1/x' })).not.toThrow('hunter2')
})
