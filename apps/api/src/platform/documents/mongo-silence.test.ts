import { describe, expect, it } from 'vitest'
import { MongoPatienceError } from './mongo-outage.ts'
import { MongoSilence } from './mongo-silence.ts'

const lost = () => Promise.reject(new MongoPatienceError('MongoDB did not answer within 1800 ms'))
const answer = async () => 'here'

describe('a silent MongoDB', () => {
  it('is asked by nobody but the ping, and by everybody once that is answered', async () => {
    const thaw = Promise.withResolvers<void>()
    const silence = new MongoSilence(() => thaw.promise)
    await expect(silence.heed(lost)).rejects.toThrow('within 1800 ms')
    let asked = 0
    const counted = async () => ++asked
    await expect(silence.heed(counted)).rejects.toThrow('MongoDB does not answer')
    expect(asked).toBe(0)
    thaw.resolve()
    await expect.poll(() => silence.heed(answer).catch(() => '')).toBe('here')
  })

  it('is not one that answers others meanwhile, nor one that refuses', async () => {
    const silence = new MongoSilence(() => new Promise(() => {}))
    const late = Promise.withResolvers<never>()
    const slow = silence.heed(() => late.promise)
    expect(await silence.heed(answer)).toBe('here')
    late.reject(new MongoPatienceError('late'))
    await expect(slow).rejects.toThrow('late')
    await expect(silence.heed(() => Promise.reject(new Error('duplicate')))).rejects.toThrow('duplicate')
    expect(await silence.heed(answer)).toBe('here')
  })
})
