import { expect, test } from 'vitest'
import { english } from './en/index.ts'
import { accounts } from './hi/accounts.ts'
import { device } from './hi/device.ts'
import { first } from './hi/first.ts'
import { landing } from './hi/landing.ts'
import { later } from './hi/later.ts'
import { phone } from './hi/phone.ts'

const hindi = { ...first, landing, ...later, ...accounts, device, phone }

const entries = (texts: object, path = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : entries(value as object, `${path}${key}.`),
  )

const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted()

test('every Hindi text says something and fills the same places as the English one', () => {
  const inHindi = new Map(entries(hindi))
  const wrong = entries(english).filter(([key, text]) => {
    const translated = inHindi.get(key)
    return !translated || placeholders(translated).join() !== placeholders(text).join()
  })
  expect(wrong).toEqual([])
})

test('Hindi is written in Devanagari but for names', () => {
  const latin = entries(hindi).filter(
    ([, text]) => /[a-z]/i.test(text.replaceAll(/\{\{\w+\}\}/g, '')) && !/[\u0900-\u097F]/.test(text),
  )
  expect(latin.map(([key]) => key)).toEqual([
    'app.name',
    'app.languages.en',
    'app.page.title',
    'landing.example.second.name',
  ])
})

test.each([
  ['English', 'en', english],
  ['Hindi', 'hi', hindi],
])('%s has a form for every number that it counts', (_, language, texts) => {
  const keys = entries(texts).map(([key]) => key)
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const counted = new Set(
    keys
      .filter((key) => /_(?:zero|one|two|few|many|other)$/.test(key))
      .map((key) => key.replace(/_\w+$/, '')),
  )
  const missing = [...counted].flatMap((key) =>
    forms.map((form) => `${key}_${form}`).filter((form) => !keys.includes(form)),
  )
  expect(counted.size).toBeGreaterThan(50)
  expect(missing).toEqual([])
})
