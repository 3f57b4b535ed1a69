import { describe, expect, it } from 'vitest'
import { isOutage, outageOf, sqlStateOf } from './outage.ts'

describe('an outage', () => {
  it.each([
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'Client was closed and is not queryable',
    'Client has encountered a connection error and is not queryable',
    'timeout exceeded when trying to connect',
    'Query read timeout',
    'Cannot use a pool after calling end on the pool',
  ])('is what the driver means by “%s”, also inside of another error', (message) => {
    expect(isOutage(new Error(message))).toBe(true)
    expect(isOutage(new Error('Failed query', { cause: new Error(message) }))).toBe(true)
  })

  it('is a refused connection or a server that stops, and no wrong statement', () => {
    for (const code of ['ECONNREFUSED', '57P01', '08006', '53300'])
      expect(isOutage(Object.assign(new Error('x'), { code }))).toBe(true)
    for (const error of [Object.assign(new Error('x'), { code: '42703' }), new Error('x'), 'x', undefined])
      expect(isOutage(error)).toBe(false)
  })

  it.each([
    ['53100', 'full'],
    ['25006', 'full'],
    ['53200', 'away'],
    ['53300', 'away'],
    ['57P02', 'away'],
    ['57P03', 'away'],
    ['58030', 'damaged'],
    ['58P01', 'damaged'],
    ['XX001', 'damaged'],
    ['XX002', 'damaged'],
    ['42P01', undefined],
    ['40001', undefined],
    ['23505', undefined],
    ['XX000', undefined],
  ])('with code %s: the store is %s', (code, outage) => {
    const error = Object.assign(new Error('x'), { code })
    expect(outageOf(new Error('Failed query', { cause: error }))).toBe(outage)
  })

  it('is a quota that is used up, for which PostgreSQL has no code', () => {
    const message = 'could not extend file "base/5/1259": Disk quota exceeded'
    expect(outageOf(Object.assign(new Error(message), { code: 'XX000' }))).toBe('full')
  })

  it('of the system has no code of PostgreSQL', () => {
    expect(sqlStateOf(Object.assign(new Error('x'), { code: 'EPIPE' }))).toBeUndefined()
    expect(sqlStateOf(Object.assign(new Error('x'), { code: 'XX001' }))).toBe('XX001')
  })
})
