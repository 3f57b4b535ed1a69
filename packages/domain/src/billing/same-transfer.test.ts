import { describe, expect, it } from 'vitest'
import { parseCalendarDate as on } from '../time/calendar.ts'
import { toldBefore, type ToldTransfer } from './same-transfer.ts'

const told = (more: Partial<ToldTransfer> = {}): ToldTransfer => ({
  amount: 10_000,
  on: on('2026-11-23'),
  reference: null,
  toldBy: 'ravi',
  ...more,
})
const asha = (more: Partial<ToldTransfer> = {}) => told({ toldBy: 'asha', ...more })

describe('a transfer told by both sides', () => {
  it('is one where the reference is the same, however it was copied and whatever the day', () => {
    const before = told({ reference: 'upi 4411 22ab', on: on('2026-10-01') })
    expect(toldBefore(asha({ reference: 'UPI441122AB' }), [before])).toEqual({ transfer: before, sure: true })
  })

  it('is likely one where amount and nearly the day agree, and is asked about', () => {
    for (const day of ['2026-11-20', '2026-11-26'])
      expect(toldBefore(asha({ on: on(day) }), [told()])?.sure).toBe(false)
    expect(toldBefore(asha({ on: on('2026-11-19') }), [told()])).toBeUndefined()
    expect(toldBefore(asha({ amount: 10_001 }), [told()])).toBeUndefined()
    expect(toldBefore(asha({ reference: 'A1' }), [told()])?.sure).toBe(false)
  })

  it('is two where the references differ', () => {
    expect(toldBefore(asha({ reference: 'A1' }), [told({ reference: 'A2' })])).toBeUndefined()
  })

  it('with the same reference is asked about where the amounts differ or one side tells it twice', () => {
    const before = told({ reference: 'A1' })
    expect(toldBefore(asha({ reference: 'a1', amount: 9900 }), [before])?.sure).toBe(false)
    expect(toldBefore(before, [before])?.sure).toBe(false)
    expect(toldBefore(told(), [told()])).toBeUndefined()
  })

  it('is the one of the same reference first, then the one of the nearest day', () => {
    const far = told({ on: on('2026-11-21') })
    const near = told({ on: on('2026-11-22') })
    const sure = told({ on: on('2026-11-20'), reference: 'A1' })
    expect(toldBefore(asha(), [far, near])?.transfer).toBe(near)
    expect(toldBefore(asha({ reference: 'A1' }), [far, near, sure])?.transfer).toBe(sure)
    expect(toldBefore(asha(), [])).toBeUndefined()
  })
})
