import type { CalendarDate } from '@streamline/domain'
import { expect, test } from 'vitest'
import type { Entitlement } from '../answers.ts'
import { createFormat } from '../format/format.ts'
import { createI18n, loadLaterTexts } from '../translations/i18n.ts'
import { entitlementText } from './entitlement-text.ts'

const texts = await createI18n('en')
await loadLaterTexts(texts)
const today = '2026-11-30' as CalendarDate
const format = createFormat({ language: 'en', country: 'IN', today })
const names: Record<string, string> = { asha: 'Asha', ravi: 'Ravi' }
const say = entitlementText({ t: texts.getFixedT('en', 'savings'), format, nameOf: (id) => names[id] ?? '' })

const right: Entitlement = {
  service: { id: 'netflix:standard', name: 'Netflix Standard' },
  memberIds: ['asha'],
  isForEverybody: false,
  maxResolution: '1080p',
  screens: 2,
  devices: 'all',
  hasAds: false,
  subscription: { id: 'own', name: 'Netflix' },
  isIncluded: false,
  state: 'running',
  from: '2026-11-01' as CalendarDate,
  until: null,
  goesOn: true,
}

test('what somebody pays for goes on, on so many screens', () => {
  expect(say(right, today)).toEqual({
    people: 'Asha',
    screen: '1080p · 2 screens · without ads',
    days: 'Goes on',
  })
})

test('what comes along with a pack is there until its last day, and to be claimed before', () => {
  const mobile: Entitlement = {
    ...right,
    maxResolution: '480p',
    screens: 1,
    devices: 'mobile-only',
    subscription: { id: 'jio', name: 'Jio 1,299' },
    isIncluded: true,
    state: 'toClaim',
    until: '2026-12-19' as CalendarDate,
  }
  expect(say(mobile, today)).toEqual({
    people: 'Asha',
    screen: '480p · 1 screen · on phones only · without ads · with Jio 1,299',
    days: 'To be claimed · until Fri 18 Dec, then with the next recharge',
  })
})

test('what everybody has from a later day on, and what ends for good, say so', () => {
  const later: Entitlement = {
    ...right,
    memberIds: ['asha', 'ravi'],
    isForEverybody: true,
    maxResolution: null,
    screens: null,
    hasAds: null,
    from: '2026-12-05' as CalendarDate,
    until: '2027-01-05' as CalendarDate,
    goesOn: false,
  }
  expect(say(later, today)).toEqual({
    people: 'Everybody',
    screen: '',
    days: 'From Sat 5 Dec · until Mon 4 Jan 2027',
  })
})
