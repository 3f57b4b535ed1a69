import type { CalendarDate } from '@streamline/domain'
import { expect, test } from 'vitest'
import { createFormat } from '../format/format.ts'
import { createI18n } from '../translations/i18n.ts'
import { needText } from './need-text.ts'

const texts = await createI18n('en')
const today = '2026-11-25' as CalendarDate
const words = {
  t: texts.getFixedT('en', 'overview'),
  format: createFormat({ language: 'en', country: 'IN', today }),
}

const say = (need: Parameters<typeof needText>[0]['need'], days: number, on: string = today) =>
  needText({ need, days, on: on as CalendarDate }, words)

test('a need says since when or until when, and is the louder the later it is', () => {
  expect(say('overdue', -3, '2026-11-22')).toEqual({ text: 'Overdue since Sun 22 Nov', tone: 'danger' })
  expect(say('stopped', -1)).toEqual({ text: 'Stopped yesterday', tone: 'danger' })
  expect(say('stopsSoon', 0)).toEqual({ text: 'Last day today', tone: 'warn' })
  expect(say('stopsSoon', 2)).toEqual({ text: 'Stops in 2 days', tone: 'warn' })
  expect(say('due', 0)).toEqual({ text: 'Due today', tone: 'warn' })
  expect(say('decideBy', 1, '2026-11-26').tone).toBe('brand')
})
