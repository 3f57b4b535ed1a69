import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inr } from '../test-drafts.ts'
import { isUpiId, upiLink } from './upi.ts'

const toRavi = (amount: number, note = 'Streamline') =>
  upiLink({ upiId: 'ravi.k@okbank', name: 'Ravi K', amount: inr(amount), note })

const linkOf = (amount: number, currency: string) => () =>
  upiLink({ upiId: 'ravi@upi', name: 'Ravi', amount: { amount, currency }, note: '' })
const amountIn = (link: string) => /am=([\d.]+)&/.exec(link)?.[1]
/** As an app takes a link apart. */
const fieldsOf = (link: string) =>
  new Map(
    link
      .replace('upi://pay?', '')
      .split('&')
      .map((field): [string, string] => {
        const [key = '', value = ''] = field.split('=')
        return [key, decodeURIComponent(value)]
      }),
  )

describe('a UPI id', () => {
  it('is a name and a handle', () => {
    for (const id of ['ravi@okhdfcbank', '9876543210@upi', 'r.k-1_x@ybl', 'ab@ax', 'ab@axis2'])
      expect([id, isUpiId(id)]).toEqual([id, true])
  })

  it('is nothing else', () => {
    const wrong = ['', 'ravi', '@upi', 'a@upi', 'ravi@', 'ravi@u', 'ravi@1upi', 'ra vi@upi', 'ravi@up i']
    for (const id of [
      ...wrong,
      'ravi@@upi',
      'ravi@upi\n',
      ' ravi@upi',
      'ravi@upi?am=1',
      'ravi@example.org',
      'ravi&pn=x@upi',
    ])
      expect([id, isUpiId(id)]).toEqual([id, false])
  })

  it('has at most 191 characters before the handle, which has 2 to 64', () => {
    expect(isUpiId(`${'a'.repeat(191)}@upi`)).toBe(true)
    expect(isUpiId(`${'a'.repeat(192)}@upi`)).toBe(false)
    expect(isUpiId(`ravi@${'a'.repeat(64)}`)).toBe(true)
    expect(isUpiId(`ravi@${'a'.repeat(65)}`)).toBe(false)
  })
})

describe('a UPI link', () => {
  it('fills in payee, amount and note, spaces as %20', () => {
    expect(toRavi(41_200, 'Netflix & co, März')).toBe(
      'upi://pay?pa=ravi.k@okbank&pn=Ravi%20K&am=412.00&cu=INR&tn=Netflix%20%26%20co%2C%20M%C3%A4rz',
    )
  })

  it('writes rupees with two digits, down to one paisa', () => {
    expect([1, 10, 99, 100, 105, 123_456_789].map((amount) => amountIn(toRavi(amount)))).toEqual([
      '0.01',
      '0.10',
      '0.99',
      '1.00',
      '1.05',
      '1234567.89',
    ])
  })

  it('keeps 80 characters of the note, never half of one', () => {
    expect(fieldsOf(toRavi(100, '😀'.repeat(90))).get('tn')).toBe('😀'.repeat(80))
  })

  it('says to whom, how much and what for exactly as it was given', () => {
    const anyText = fc.string({ unit: 'grapheme', maxLength: 30 })
    fc.assert(
      fc.property(anyText, anyText, fc.integer({ min: 1, max: 1e12 }), (name, note, amount) => {
        const read = fieldsOf(upiLink({ upiId: 'ravi@upi', name, amount: inr(amount), note }))
        expect([...read.keys()]).toEqual(['pa', 'pn', 'am', 'cu', 'tn'])
        expect([read.get('pa'), read.get('pn'), read.get('cu')]).toEqual(['ravi@upi', name, 'INR'])
        expect(read.get('tn')).toBe([...note].slice(0, 80).join(''))
        expect(Math.round(Number(read.get('am')) * 100)).toBe(amount)
      }),
    )
  })

  it('refuses another currency, nothing, less and fractions', () => {
    expect(linkOf(100, 'USD')).toThrow(
      expect.objectContaining({
        code: 'currency-mismatch',
        message: 'UPI pays in rupees.',
        details: { currency: 'USD' },
      }),
    )
    for (const amount of [0, -100, 0.5, Number.MAX_SAFE_INTEGER + 1])
      expect(linkOf(amount, 'INR')).toThrow(
        expect.objectContaining({
          code: 'amount-out-of-range',
          message: 'There is nothing to pay.',
          details: { amount },
        }),
      )
  })
})
