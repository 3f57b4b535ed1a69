import { expect, test } from 'vitest'
import { createI18n } from '../translations/i18n.ts'
import { stepText } from './step-text.ts'

const texts = await createI18n('en')
const t = texts.getFixedT('en', 'overview')

test('a recharge with the same pack names the line alone', () => {
  const step = { kind: 'recharge', subscription: { name: 'Jio' }, plan: null, service: null } as const
  expect(stepText(step, t)).toBe('Recharge Jio')
  expect(stepText({ ...step, plan: { name: 'Jio 899' } }, t)).toBe('Recharge Jio with Jio 899')
})
