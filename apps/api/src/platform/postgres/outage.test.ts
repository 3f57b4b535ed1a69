import { describe, expect, it } from 'vitest'
import { isOutage } from './outage.ts'

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
})
