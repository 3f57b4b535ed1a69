import { parseCalendarDate } from '@streamline/domain'
import { describe, expect, it } from 'vitest'
import type { HouseholdActor } from '../../platform/http/actor.ts'
import { KeptPagesService, type Page } from './kept-pages.service.ts'

const today = parseCalendarDate('2026-11-23')
const tomorrow = parseCalendarDate('2026-11-24')

const asha: HouseholdActor = {
  id: 'household',
  memberId: 'asha',
  role: 'owner',
  name: 'Home',
  country: 'IN',
  currency: 'INR',
  timeZone: 'Asia/Kolkata',
  revision: 1,
}

const pageOf = (text: string): Page => ({ text, gzip: Buffer.from('') })

describe('kept pages', () => {
  it('are for one viewer, date, query and revision', () => {
    const pages = new KeptPagesService()
    pages.keep(asha, today, 'q', pageOf('page'))
    expect(pages.find(asha, today, 'q')?.text).toBe('page')
    expect(pages.find({ ...asha, memberId: 'ravi' }, today, 'q')).toBeUndefined()
    expect(pages.find(asha, tomorrow, 'q')).toBeUndefined()
    expect(pages.find(asha, today, 'other')).toBeUndefined()
    expect(pages.find({ ...asha, revision: 2 }, today, 'q')).toBeUndefined()
    pages.forget(asha.id)
    expect(pages.find(asha, today, 'q')).toBeUndefined()
  })

  it('of an older revision never replace newer ones', () => {
    const pages = new KeptPagesService()
    pages.keep({ ...asha, revision: 2 }, today, 'q', pageOf('new'))
    pages.keep(asha, today, 'q', pageOf('old'))
    expect(pages.find({ ...asha, revision: 2 }, today, 'q')?.text).toBe('new')
  })

  it('make room for the next by giving up the household that was longest without one', () => {
    const pages = new KeptPagesService()
    const page = pageOf('x'.repeat(5_000_000))
    for (const id of ['a', 'b', 'c', 'a', 'd']) pages.keep({ ...asha, id }, today, 'q', page)
    expect(
      ['a', 'b', 'c', 'd'].filter((id) => pages.find({ ...asha, id }, today, 'q') !== undefined),
    ).toEqual(['a', 'c', 'd'])
  })
})
