import { expect, test } from 'vitest'
import { createI18n } from '../translations/i18n.ts'
import { savingText } from './saving-text.ts'

const texts = await createI18n('en')
const t = texts.getFixedT('en', 'overview')
const because = {
  planId: null,
  planName: null,
  coveredBy: 'jio',
  coveredByName: 'Jio 299',
  serviceName: null,
  tier: null,
}

test('a saving says what is paid on top of what, or which longer term gives the same', () => {
  const overlap = { saving: 'overlap', name: 'Hotstar Super' } as const
  expect(savingText({ ...overlap, because }, t)).toBe('Hotstar Super is already included in Jio 299.')
  expect(savingText({ ...overlap, because: { ...because, serviceName: 'JioHotstar' } }, t)).toBe(
    'JioHotstar is already included in Jio 299. You pay for Hotstar Super on top.',
  )
  expect(
    savingText({ saving: 'longerTerm', name: 'Jio 299', because: { ...because, planName: 'Jio 899' } }, t),
  ).toBe('Jio 899 gives the same for less than Jio 299 costs now.')
})
