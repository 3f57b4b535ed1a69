const { mkdirSync, readFileSync, writeFileSync } = require('node:fs')
const paths = require('node:path')
const { getDefaultConfig } = require('expo/metro-config')
const { withUniwindConfig } = require('uniwind/metro')

/**
 * The styling layer wants each theme whole. The tokens say once what is light, and once what is other in the dark; from that comes the
 * light theme, in a folder that nobody keeps.
 */
const writeLightTheme = () => {
  const tokens = readFileSync(require.resolve('@streamline/client/tokens.css'), 'utf8')
  const [light, dark] = tokens.split('@layer theme')
  const values = new Map(
    [...light.matchAll(/^\s*(--[\w-]+): (.+;)$/gm)].map(([, name, value]) => [name, value]),
  )
  const names = [...dark.matchAll(/^\s*(--[\w-]+):/gm)].map(([, name]) => name)
  const lines = names.map((name) => `      ${name}: ${values.get(name)}`)
  const path = paths.join(__dirname, '.cache', 'light.css')
  mkdirSync(paths.dirname(path), { recursive: true })
  writeFileSync(path, `@layer theme {\n  :root {\n    @variant light {\n${lines.join('\n')}\n    }\n  }\n}\n`)
}
writeLightTheme()

const config = withUniwindConfig(getDefaultConfig(__dirname), {
  cssEntryFile: './src/design/theme.css',
  dtsFile: './.cache/uniwind-types.d.ts',
})
const resolve = config.resolver.resolveRequest

config.resolver.resolveRequest = (context, name, platform) => {
  // react-native-web has none, and the styling layer would put one of its own in its place.
  if (platform === 'web' && name.endsWith('/InputAccessoryView'))
    return context.resolveRequest(context, name, platform)
  return resolve(context, name, platform)
}

module.exports = config
