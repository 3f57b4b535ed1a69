import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { exportAndroid } from '../../../tools/mobile/exports.mjs'

/** What Hermes of this React Native runs. */
const version = 98
const magic = 0x1f_19_03_c1_03_bc_1f_c6n

let names: string[]
let bytecode: Buffer

beforeAll(async () => {
  const folder = join(await exportAndroid(), '_expo/static/js/android')
  names = await readdir(folder)
  const name = names.find((one) => one.endsWith('.hbc'))
  bytecode = await readFile(join(folder, name ?? ''))
}, 900_000)

const has = (text: string): boolean => bytecode.includes(text)

test('the app is compiled to the bytecode that its engine runs, at most 5 MB of it', () => {
  console.log(`Hermes bytecode: ${(bytecode.length / 1e6).toFixed(2)} MB`)
  expect([bytecode.readBigUInt64LE(0), bytecode.readUInt32LE(8)]).toEqual([magic, version])
  expect(bytecode.length).toBeLessThanOrEqual(5_000_000)
})

test('what names its lines lies beside it, not in it', () => {
  expect(names.filter((name) => name.endsWith('.hbc.map'))).toHaveLength(1)
})

test('what a phone has natively is asked for; the stand-ins of the bench are not in it', () => {
  expect(
    [
      'ExpoSecureStore',
      'RNCAsyncStorage',
      'ExpoLocalization',
      'ExpoHaptics',
      'ExpoTaskManager',
      'ExpoPushTokenManager',
      'ExpoSharing',
      'FileSystem',
      'ExpoLocalAuthentication',
      'ExpoCamera',
      'AndroidWidget',
    ].filter((name) => !has(name)),
  ).toEqual([])
  expect(has('localStorage')).toBe(false)
})
