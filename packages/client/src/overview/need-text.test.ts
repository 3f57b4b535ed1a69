import type { CalendarDate } from '@streamline/domain'
import { expect, test } from 'vitest'
import { createFormat } from '../format/format.ts'
import { createI18n } from '../translations/i18n.ts'
import { needText } from './need-text.ts'

const texts = await createI18n('en')
const today = '2026-11-25' as CalendarDate
const words = {
  t: texts.getFixedT('en', 'overview'),
  words: texts.getFixedT('en', 'words'),
  format: createFormat({ language: 'en', country: 'IN', today }),
}

const say = (need: Parameters<typeof needText>[0]['need'], days: number, on: string = today) =>
  needText({ need, days, on: on as CalendarDate, priceNews: null, stopsAt: null }, words)

test('a need says since when or until when, and is the louder the later it is', () => {
  expect(say('overdue', -3, '2026-11-22')).toEqual({ text: 'Overdue since 22 Nov', tone: 'danger' })
  expect(say('stopped', -1)).toEqual({ text: 'Stopped yesterday', tone: 'danger' })
  expect(say('stopsSoon', 0)).toEqual({ text: 'Last day today', tone: 'warn' })
  const atTime = { need: 'stopsSoon', days: 0, on: today, priceNews: null, stopsAt: '15:42' } as const
  expect(needText(atTime, words)).toEqual({ text: 'Stops today at 3:42 pm', tone: 'warn' })
  expect(needText({ ...atTime, days: 1 }, words).text).toBe('Stops tomorrow')
  expect(say('stopsSoon', 2)).toEqual({ text: 'Stops in 2 days', tone: 'warn' })
  expect(say('due', 0)).toEqual({ text: 'Due today', tone: 'warn' })
  expect(say('decideBy', 1, '2026-11-26').tone).toBe('brand')
})

const inr = (amount: number) => ({ amount, currency: 'INR' })

test('a dearer price says from what to what, from when, what a year costs more, and until when it can be avoided', () => {
  const priceNews = {
    versionId: 'v',
    from: inr(49_900),
    to: inr(64_900),
    price: inr(64_900),
    on: '2026-11-12' as CalendarDate,
    perYear: inr(180_000),
    decideBy: '2026-11-19' as CalendarDate,
  }
  const told = (news: typeof priceNews, days = 3) =>
    needText({ need: 'priceChange', days, on: news.decideBy, priceNews: news, stopsAt: null }, words)
  expect(told(priceNews)).toEqual({
    text: '₹499 → ₹649 from 12 Nov: + ₹1,800 a year, decide by 19 Nov',
    tone: 'brand',
  })
  const less = { ...priceNews, to: inr(39_900), perYear: inr(-120_000) }
  expect(told(less).text).toContain('− ₹1,200 a year')
})
