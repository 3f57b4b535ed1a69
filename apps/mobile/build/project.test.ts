import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { prebuildAndroid } from '../../../tools/mobile/exports.mjs'

let manifest: string
let gradle: string

beforeAll(async () => {
  const folder = join(await prebuildAndroid(), 'android/app')
  manifest = await readFile(join(folder, 'src/main/AndroidManifest.xml'), 'utf8')
  gradle = await readFile(join(folder, 'build.gradle'), 'utf8')
}, 300_000)

const permissions = (): { name: string; isRemoved: boolean }[] =>
  [...manifest.matchAll(/<uses-permission ([^>]*)>/g)].map(([, attributes = '']) => ({
    name: /android:name="(?:android\.permission\.)?([^"]+)"/.exec(attributes)?.[1] ?? '',
    isRemoved: attributes.includes('tools:node="remove"'),
  }))

test('the app asks for the network, to be felt and to be heard, and for nothing else', () => {
  const asked = permissions().filter(({ isRemoved }) => !isRemoved)
  expect(asked.map(({ name }) => name).toSorted()).toEqual(['INTERNET', 'POST_NOTIFICATIONS', 'VIBRATE'])
})

test('what the template asks for is taken away, also where a library brings it', () => {
  const removed = permissions().filter(({ isRemoved }) => isRemoved)
  expect(removed.map(({ name }) => name).toSorted()).toEqual([
    'READ_EXTERNAL_STORAGE',
    'SYSTEM_ALERT_WINDOW',
    'WRITE_EXTERNAL_STORAGE',
  ])
})

test('nothing of the app goes into a backup of the device', () => {
  expect(manifest).toContain('android:allowBackup="false"')
})

test('its own links open it', () => {
  expect(manifest).toMatch(/<data android:scheme="streamline"\/>/)
  expect(gradle).toContain("applicationId 'app.streamline.household'")
})

test('without the file of Google’s services the project has none of their plugins', () => {
  expect(gradle).not.toContain('google-services')
})

test('traffic that anybody can read is not allowed in what is released', () => {
  expect(manifest).not.toContain('usesCleartextTraffic="true"')
})

test('a notification has a picture of its own', () => {
  expect(manifest).toContain('expo.modules.notifications.default_notification_icon')
})
