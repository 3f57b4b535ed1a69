const { withAppBuildGradle } = require('expo/config-plugins')

const release = `        release {
            if (System.getenv("STREAMLINE_KEYSTORE") != null) {
                storeFile file(System.getenv("STREAMLINE_KEYSTORE"))
                storePassword System.getenv("STREAMLINE_KEYSTORE_PASSWORD")
                keyAlias System.getenv("STREAMLINE_KEY_ALIAS")
                keyPassword System.getenv("STREAMLINE_KEY_PASSWORD")
            }
        }
`

const chosen = 'System.getenv("STREAMLINE_KEYSTORE") != null ? signingConfigs.release : signingConfigs.debug'

/** A release is signed with the key that the environment names; without one with that of the template, which no store takes. */
module.exports = (config) =>
  withAppBuildGradle(config, (mod) => {
    const text = mod.modResults.contents
    const start = text.indexOf('    signingConfigs {\n')
    const types = text.indexOf('    buildTypes {\n')
    const inRelease = text.indexOf(
      'signingConfig signingConfigs.debug',
      text.indexOf('        release {', types),
    )
    if (start === -1 || types === -1 || inRelease === -1)
      throw new Error('The template of the Android project signs in another way now')
    const after = start + '    signingConfigs {\n'.length
    mod.modResults.contents = `${text.slice(0, after)}${release}${text.slice(after, inRelease)}signingConfig ${chosen}${text.slice(inRelease + 'signingConfig signingConfigs.debug'.length)}`
    return mod
  })
