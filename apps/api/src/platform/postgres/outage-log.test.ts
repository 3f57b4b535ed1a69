import { Logger, type LoggerService } from '@nestjs/common'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { OutageLog } from './outage-log.ts'

const failure = (code: string, message: string) => Object.assign(new Error(message), { code })
const refused = failure('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:5432')

describe('the log of an outage', () => {
  const lines: string[] = []
  const note = (message: unknown) => void lines.push(String(message))
  const collector: LoggerService = { log: () => {}, warn: note, error: note }
  beforeEach(() => {
    lines.length = 0
    Logger.overrideLogger(collector)
    vi.useFakeTimers({ toFake: ['performance'] })
  })
  afterAll(() => {
    vi.useRealTimers()
  })

  it('is one line for what many requests meet, and one when it is over', () => {
    const log = new OutageLog()
    for (let n = 0; n < 1000; n++) log.tell(new Error('Failed query', { cause: refused }))
    log.over('away')
    expect(lines).toEqual(['It cannot be used: connect ECONNREFUSED 127.0.0.1:5432'])
    vi.advanceTimersByTime(10_001)
    log.over('away')
    log.over('away')
    expect(lines.slice(1)).toEqual(['It works again after 10.0 s; the trouble was met 999 times more'])
  })

  it('is said again every ten minutes while it lasts', () => {
    const log = new OutageLog()
    for (let minute = 0; minute < 25; minute++) {
      log.tell(failure('53100', 'could not extend file "base/1/2"'))
      vi.advanceTimersByTime(60_000)
    }
    expect(lines).toHaveLength(3)
    expect(lines[2]).toContain('met 10 times more')
  })

  it('tells damaged files apart, but not for ever', () => {
    const log = new OutageLog()
    for (let file = 0; file < 1000; file++)
      for (let n = 0; n < 2; n++) log.tell(failure('XX001', `invalid page in block 0 of relation "${file}"`))
    expect(lines[1]).toContain('relation "1" (XX001)')
    expect(lines).toHaveLength(50)
  })

  it('says nothing of a statement that is wrong', () => {
    new OutageLog().tell(failure('42703', 'column does not exist'))
    expect(lines).toEqual([])
  })
})
