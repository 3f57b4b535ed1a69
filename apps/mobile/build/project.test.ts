import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { prebuildAndroid } from '../../../tools/mobile/exports.mjs'

let project: string
let manifest: string
let gradle: string

beforeAll(async () => {
  project = join(await prebuildAndroid(), 'android/app')
  manifest = await readFile(join(project, 'src/main/AndroidManifest.xml'), 'utf8')
  gradle = await readFile(join(project, 'build.gradle'), 'utf8')
}, 300_000)

const permissions = (): { name: string; isRemoved: boolean }[] =>
  [...manifest.matchAll(/<uses-permission ([^>]*)>/g)].map(([, attributes = '']) => ({
    name: /android:name="(?:android\.permission\.)?([^"]+)"/.exec(attributes)?.[1] ?? '',
    isRemoved: attributes.includes('tools:node="remove"'),
  }))

test('the app asks for the network, to be felt, to be heard, for the lock and for the code of a server, and for nothing else', () => {
  const asked = permissions().filter(({ isRemoved }) => !isRemoved)
  expect(asked.map(({ name }) => name).toSorted()).toEqual([
    'CAMERA',
    'INTERNET',
    'POST_NOTIFICATIONS',
    'USE_BIOMETRIC',
    'USE_FINGERPRINT',
    'VIBRATE',
  ])
})

test('what the template asks for is taken away, also where a library brings it', () => {
  const removed = permissions().filter(({ isRemoved }) => isRemoved)
  expect(removed.map(({ name }) => name).toSorted()).toEqual([
    'READ_EXTERNAL_STORAGE',
    'RECORD_AUDIO',
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
  expect(manifest).not.toContain('networkSecurityConfig')
})

test('what is built to be debugged speaks without a certificate to this machine only', async () => {
  for (const variant of ['debug', 'debugOptimized']) {
    const debug = await readFile(join(project, 'src', variant, 'AndroidManifest.xml'), 'utf8')
    expect(debug).toContain('android:networkSecurityConfig="@xml/debug_network"')
    expect(debug).not.toContain('usesCleartextTraffic')
    const rules = await readFile(join(project, 'src', variant, 'res/xml/debug_network.xml'), 'utf8')
    const hosts = [...rules.matchAll(/<domain includeSubdomains="false">([^<]+)</g)].map(([, host]) => host)
    expect(hosts).toEqual(['localhost', '127.0.0.1', '10.0.2.2'])
    expect(rules).not.toContain('base-config')
  }
})

test('a text that another app shares is taken, and no file', () => {
  const filters = [...manifest.matchAll(/<intent-filter[^>]*>([\s\S]*?)<\/intent-filter>/g)].map(
    ([, inner = '']) => inner,
  )
  const shared = filters.filter((inner) => inner.includes('android.intent.action.SEND"'))
  expect(shared).toHaveLength(1)
  expect([...(shared[0] ?? '').matchAll(/mimeType="([^"]+)"/g)].map(([, type]) => type)).toEqual([
    'text/plain',
  ])
  expect(manifest.match(/mimeType=/g)).toHaveLength(1)
})

test('held long, its icon offers to add something, in both languages', async () => {
  expect(manifest).toContain('android:name="android.app.shortcuts" android:resource="@xml/shortcuts"')
  const shortcuts = await readFile(join(project, 'src/main/res/xml/shortcuts.xml'), 'utf8')
  expect(shortcuts).toContain('android:data="streamline://add"')
  expect(shortcuts).toContain('android:targetPackage="app.streamline.household"')
  for (const folder of ['values', 'values-hi'])
    expect(await readFile(join(project, 'src/main/res', folder, 'shortcuts.xml'), 'utf8')).toContain(
      'shortcut_add_short',
    )
})

test('what is next stands on the home screen where somebody wants it, and nobody else can ask for it', async () => {
  expect(manifest).toMatch(/<receiver android:name="\.widget\.Needs" android:exported="false"/)
  const widget = await readFile(join(project, 'src/main/res/xml/widgetprovider_needs.xml'), 'utf8')
  expect(widget).toContain('android:updatePeriodMillis="1800000"')
})

test('nothing but the first screen can be started from outside', () => {
  const opened = [
    ...manifest.matchAll(/<(?:activity|service|receiver|provider) [^>]*android:exported="true"[^>]*>/g),
  ]
  expect(opened.map(([tag]) => /android:name="([^"]+)"/.exec(tag)?.[1])).toEqual(['.MainActivity'])
})

test('a release is signed with the key that the environment names', () => {
  expect(gradle).toContain('storeFile file(System.getenv("STREAMLINE_KEYSTORE"))')
  expect(gradle).toMatch(
    /release \{[^}]*signingConfig System\.getenv\("STREAMLINE_KEYSTORE"\) != null \? signingConfigs\.release/,
  )
})

test('a notification has a picture of its own', () => {
  expect(manifest).toContain('expo.modules.notifications.default_notification_icon')
})
