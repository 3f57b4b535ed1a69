import { expect, test } from 'vitest'
import type { Session } from '../answers.ts'
import { ProblemError } from '../problem.ts'
import { createSessionKeeper, type SessionNews, type SessionPlatform } from './session-keeper.ts'

const sessionWith = (accessToken: string, id = 'asha'): Session => ({
  accessToken,
  accessTokenExpiresAt: '2026-12-01T00:00:00Z',
  user: {
    id,
    email: 'asha@example.com',
    name: 'Asha',
    phone: null,
    emailVerified: false,
    phoneVerified: false,
    demo: false,
    createdAt: '2026-12-01T00:00:00Z',
  },
})

/** A browser with some tabs: one cookie, one lock, one channel. */
const browser = (answer: (call: number) => Promise<Session>) => {
  let calls = 0
  let running = 0
  let queue: Promise<unknown> = Promise.resolve()
  const tabs: ((news: SessionNews) => void)[] = []
  const memory = { signedIn: true, most: 0 }
  const tab = () => {
    const place = tabs.length
    const platform: SessionPlatform = {
      refresh: async () => {
        calls += 1
        running += 1
        memory.most = Math.max(memory.most, running)
        try {
          return await answer(calls)
        } finally {
          running -= 1
        }
      },
      exclusively: (work) => {
        const turn = queue.then(work)
        queue = turn.catch(() => null)
        return turn
      },
      publish: (news) => {
        for (const [index, hear] of tabs.entries()) if (index !== place) hear(news)
      },
      onNews: (listener) => tabs.push(listener),
      remembered: () => memory.signedIn,
      remember: (signedIn) => {
        memory.signedIn = signedIn
      },
    }
    return createSessionKeeper(platform)
  }
  return { tab, memory, calls: () => calls }
}

test('two tabs that wake together refresh once', async () => {
  const { tab, calls, memory } = browser((call) => Promise.resolve(sessionWith(`token-${call}`)))
  const [one, other] = [tab(), tab()]
  expect(await Promise.all([one.start(), other.start()])).toEqual(['signedIn', 'signedIn'])
  expect([one.accessToken(), other.accessToken()]).toEqual(['token-1', 'token-1'])
  expect([calls(), memory.most]).toEqual([1, 1])
})

test('many calls that are refused at once share one refresh', async () => {
  const { tab, calls } = browser((call) => Promise.resolve(sessionWith(`token-${call}`)))
  const keeper = tab()
  await keeper.start()
  const renewed = await Promise.all(Array.from({ length: 5 }, () => keeper.renew('token-1')))
  expect(renewed).toEqual(Array.from({ length: 5 }, () => 'token-2'))
  expect(calls()).toBe(2)
})

test('a session that is over signs every tab out', async () => {
  const { tab, memory } = browser((call) =>
    call === 1
      ? Promise.resolve(sessionWith('token-1'))
      : Promise.reject(new ProblemError('session-ended', 401)),
  )
  const [one, other] = [tab(), tab()]
  await one.start()
  await other.start()
  expect(await other.renew('token-1')).toBeNull()
  expect([one.state(), other.state(), memory.signedIn]).toEqual(['signedOut', 'signedOut', false])
})

test('a service that is away does not sign anybody out', async () => {
  const { tab, memory } = browser(() => Promise.reject(new ProblemError('unavailable', 503)))
  const keeper = tab()
  await expect(keeper.start()).rejects.toThrow(ProblemError)
  expect([keeper.state(), memory.signedIn]).toEqual(['unknown', true])
})

test('a stranger causes no refresh', async () => {
  const { tab, memory, calls } = browser(() => Promise.reject(new ProblemError('session-ended', 401)))
  memory.signedIn = false
  expect(await tab().start()).toBe('signedOut')
  expect(calls()).toBe(0)
})
