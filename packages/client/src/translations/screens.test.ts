import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const apps = join(import.meta.dirname, '../../../../apps')

/** What stands in the screens of an app by itself, each with its file. */
const matchesIn = (app: string) => {
  const source = join(apps, app, 'src')
  const screens = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
    .map((file) => ({ file, text: readFileSync(join(source, file), 'utf8') }))
  return {
    count: screens.length,
    of: (pattern: RegExp): string[] =>
      screens.flatMap(({ file, text }) =>
        [...text.matchAll(pattern)].map(([, found = '']) => `${file}: ${found.trim()}`),
      ),
  }
}

const betweenTags = />([^<>{}=;()]*\p{L}{2,}[^<>{}=;()]*)<\//gu
const spoken =
  /\s(?:label|title|placeholder|alt|hint|text|aria-label|accessibility(?:Label|Hint))="([^"]*\p{L}{2,}[^"]*)"/gu
const ownFormat = /(\.toFixed\(|\.toLocale\w*String\(|new Intl\.(?:NumberFormat|DateTimeFormat))/g

describe.each([
  {
    app: 'web',
    atLeast: 200,
    // A name and a payment address of an example are the same in every language.
    written: ['design/logo.tsx: Streamline'],
    said: ['features/households/member-form.tsx: name@bank'],
    // An invitation is read before anybody knows a household, in the language of who reads it.
    formatted: ['features/households/invitation-facts.tsx: new Intl.DateTimeFormat'],
  },
  { app: 'mobile', atLeast: 50, written: ['design/logo.tsx: Streamline'], said: [], formatted: [] },
])('screens of $app', ({ app, atLeast, written, said, formatted }) => {
  const matches = matchesIn(app)

  test('say nothing past the translations', () => {
    expect(matches.count).toBeGreaterThan(atLeast)
    expect(matches.of(betweenTags)).toEqual(written)
    expect(matches.of(spoken)).toEqual(said)
  })

  test('write no number and no day by themselves: the household’s locale does', () => {
    expect(matches.of(ownFormat)).toEqual(formatted)
  })
})
