import { expect, test } from 'vitest'
import { english } from './en/index.ts'
import { accounts } from './hi/accounts.ts'
import { first } from './hi/first.ts'
import { landing } from './hi/landing.ts'
import { later } from './hi/later.ts'

const hindi = { ...first, landing, ...later, ...accounts }

const textsOf = (texts: object): string[] =>
  Object.values(texts).flatMap((value) => (typeof value === 'string' ? [value] : textsOf(value as object)))

/** What the glossary has another word for: one thing is called the same on every screen. */
const gone = {
  en: [
    /paid( early)?\?/i,
    /record(ed)? (a )?payment/i,
    /record(ed)? (the )?recharge/i,
    /\bbears?\b/i,
    /everything else/i,
    /payer alone/i,
  ],
  hi: [/चुकाया\?/, /भुगतान दर्ज करें/, /रिचार्ज दर्ज/, /उठाता/, /किसके हिस्से/, /चुकाने वाला अकेला/, /^बाक़ी सब$/],
}

test.each([
  ['English', gone.en, english],
  ['Hindi', gone.hi, hindi],
])('%s says no word that is retired', (_, words, texts) => {
  expect(textsOf(texts).filter((text) => words.some((word) => word.test(text)))).toEqual([])
})
