const { mkdirSync, writeFileSync } = require('node:fs')
const paths = require('node:path')
const { AndroidConfig, withAndroidManifest, withDangerousMod } = require('expo/config-plugins')

/** By language of the device; the first is for all others. */
const words = {
  values: { short: 'Add', long: 'Add a subscription' },
  'values-hi': { short: 'जोड़ें', long: 'सब्सक्रिप्शन जोड़ें' },
}

const shortcuts = (id) => `<?xml version="1.0" encoding="utf-8"?>
<shortcuts xmlns:android="http://schemas.android.com/apk/res/android">
  <shortcut
    android:shortcutId="add"
    android:enabled="true"
    android:icon="@mipmap/ic_launcher"
    android:shortcutShortLabel="@string/shortcut_add_short"
    android:shortcutLongLabel="@string/shortcut_add_long">
    <intent
      android:action="android.intent.action.VIEW"
      android:targetPackage="${id}"
      android:targetClass="${id}.MainActivity"
      android:data="streamline://add" />
  </shortcut>
</shortcuts>
`

const strings = ({ short, long }) => `<?xml version="1.0" encoding="utf-8"?>
<resources>
  <string name="shortcut_add_short">${short}</string>
  <string name="shortcut_add_long">${long}</string>
</resources>
`

const write = (folder, name, text) => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(paths.join(folder, name), text)
}

/** Held long, the icon of the app offers to add something: a link of ours, which the app opens as any other. */
module.exports = (config) => {
  const withFiles = withDangerousMod(config, [
    'android',
    (mod) => {
      const res = paths.join(mod.modRequest.platformProjectRoot, 'app/src/main/res')
      write(paths.join(res, 'xml'), 'shortcuts.xml', shortcuts(mod.android.package))
      for (const [folder, some] of Object.entries(words))
        write(paths.join(res, folder), 'shortcuts.xml', strings(some))
      return mod
    },
  ])
  return withAndroidManifest(withFiles, (mod) => {
    const activity = AndroidConfig.Manifest.getMainActivityOrThrow(mod.modResults)
    activity['meta-data'] = [
      ...(activity['meta-data'] ?? []),
      { $: { 'android:name': 'android.app.shortcuts', 'android:resource': '@xml/shortcuts' } },
    ]
    return mod
  })
}
