import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const source = join(import.meta.dirname, '..')

const screens = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.tsx'),
)

/** What stands in them by itself, each with its file. */
const matches = (pattern: RegExp): string[] =>
  screens.flatMap((file) =>
    [...readFileSync(join(source, file), 'utf8').matchAll(pattern)].map(
      ([, text = '']) => `${file}: ${text.trim()}`,
    ),
  )

test('no screen says anything past the translations', () => {
  expect(screens.length).toBeGreaterThan(200)
  expect(matches(/>([^<>{}=;()]*\p{L}{2,}[^<>{}=;()]*)<\//gu)).toEqual(['design/logo.tsx: Streamline'])
  const spoken = matches(/\s(?:label|title|placeholder|aria-label|alt)="([^"]*\p{L}{2,}[^"]*)"/gu)
  // A payment address of an example is the same in every language.
  expect(spoken).toEqual(['features/households/member-form.tsx: name@bank'])
})

test('no screen writes a number or a day by itself: the household’s locale does', () => {
  // An invitation is read before anybody knows a household, in the language of who reads it.
  expect(matches(/(\.toFixed\(|\.toLocale\w*String\(|new Intl\.(?:NumberFormat|DateTimeFormat))/g)).toEqual([
    'features/households/invitation-facts.tsx: new Intl.DateTimeFormat',
  ])
})
