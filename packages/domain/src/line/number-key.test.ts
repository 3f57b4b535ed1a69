import { describe, expect, it } from 'vitest'
import { lineKeyOf } from './number-key.ts'

const same = (texts: readonly string[], kind: Parameters<typeof lineKeyOf>[1], country: string) =>
  new Set(texts.map((text) => lineKeyOf(text, kind, country)))

describe('a number of a household', () => {
  it('is one however it is written', () => {
    const ways = [
      '+91 98765-43210',
      '98765 43210',
      '098765 43210',
      '0091 9876543210',
      '919876543210',
      '(+91) 98765.43210'.replaceAll(/[()]/g, ''),
      '९८७६५ ४३२१०',
      '９８７６５４３２１０',
    ]
    expect([...same(ways, 'mobile', 'IN')]).toEqual(['+919876543210'])
  })

  it('of another country keeps its code', () => {
    expect(lineKeyOf('+44 7700 900123', 'mobile', 'IN')).toBe('+447700900123')
    expect([
      ...same(['07700 900123', '+44 7700 900123', '+44 (0)7700 900123', '447700900123'], 'mobile', 'GB'),
    ]).toEqual(['+447700900123'])
    expect([...same(['(212) 555-0123', '1-212-555-0123', '+1 212 555 0123'], 'mobile', 'US')]).toEqual([
      '+12125550123',
    ])
    expect([...same(['8123 4567', '+65 8123 4567'], 'mobile', 'SG')]).toEqual(['+6581234567'])
  })

  it('that begins with the code of its country is not cut where it is whole as it is', () => {
    expect(lineKeyOf('91987 65432', 'mobile', 'IN')).toBe('+919198765432')
    expect(lineKeyOf('+91 91987 65432', 'mobile', 'IN')).toBe('+919198765432')
  })

  it('of a country whose numbers are not known is its digits', () => {
    expect(lineKeyOf('0912 345 678', 'mobile', 'VN')).toBe('0912345678')
    expect(lineKeyOf('00 84 912 345 678', 'mobile', 'VN')).toBe('+84912345678')
  })

  it('two numbers stay two', () => {
    expect(same(['98765 43210', '98765 43211', '+1 987 654 3210'], 'mobile', 'IN').size).toBe(3)
  })
})

describe('a customer id', () => {
  it('is told apart by its letters and digits', () => {
    expect([...same(['ACT-1042 77', 'act104277', 'Act/1042-77'], 'broadband', 'IN')]).toEqual(['ACT104277'])
    expect(lineKeyOf('020-55501234', 'broadband', 'IN')).toBe('02055501234')
    expect(lineKeyOf('0012 3456 78', 'tv', 'IN')).toBe('0012345678')
  })

  it('that is an account is an e-mail address or a number of its person', () => {
    expect(lineKeyOf(' Asha@Example.org', 'ott', 'IN')).toBe('asha@example.org')
    expect(lineKeyOf('98765 43210', 'ott', 'IN')).toBe('+919876543210')
    expect(lineKeyOf('asha.k', 'ott', 'IN')).toBe('ASHAK')
  })

  it('is never nothing', () => {
    expect(lineKeyOf('---', 'broadband', 'IN')).toBe('---')
    expect(lineKeyOf('12-3', 'mobile', 'IN')).toBe('123')
  })
})
