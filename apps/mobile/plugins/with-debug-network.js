const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs')
const paths = require('node:path')
const { withDangerousMod } = require('expo/config-plugins')

/** This machine, and how an emulator calls the machine that it runs on. */
const hosts = ['localhost', '127.0.0.1', '10.0.2.2']

const security = `<?xml version="1.0" encoding="utf-8"?>
<network-security-config>
  <domain-config cleartextTrafficPermitted="true">
${hosts.map((host) => `    <domain includeSubdomains="false">${host}</domain>`).join('\n')}
  </domain-config>
</network-security-config>
`

/** What is built to be debugged may speak to this machine without a certificate, and to nobody else. */
module.exports = (config) =>
  withDangerousMod(config, [
    'android',
    (mod) => {
      for (const variant of ['debug', 'debugOptimized']) {
        const folder = paths.join(mod.modRequest.platformProjectRoot, 'app/src', variant)
        const manifest = paths.join(folder, 'AndroidManifest.xml')
        if (!existsSync(manifest)) continue
        const text = readFileSync(manifest, 'utf8')
        writeFileSync(
          manifest,
          text
            .replace(
              'android:usesCleartextTraffic="true"',
              'android:networkSecurityConfig="@xml/debug_network"',
            )
            .replace(
              'tools:replace="android:usesCleartextTraffic"',
              'tools:replace="android:networkSecurityConfig"',
            ),
        )
        mkdirSync(paths.join(folder, 'res/xml'), { recursive: true })
        writeFileSync(paths.join(folder, 'res/xml/debug_network.xml'), security)
      }
      return mod
    },
  ])
