import { expect, test } from 'vitest'
import type { Session } from '../answers.ts'
import { ProblemError } from '../problem.ts'
import { createSessionKeeper, type SessionNews, type SessionPlatform } from './session-keeper.ts'
import type { KeptSession } from './token-store.ts'

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
      store: {
        read: () => Promise.resolve(memory.signedIn ? { refreshToken: null } : null),
        write: (kept) => {
          memory.signedIn = kept !== null
          return Promise.resolve()
        },
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

const answerLost = new ProblemError('offline', 0)
const pause = () => new Promise((resolve) => setImmediate(resolve))

/** The service as it treats an app: each token works once, and again while its successor was never used. */
const phone = () => {
  const family = ['first']
  const kept = { session: { refreshToken: 'first' } as KeptSession | null }
  const exchange = (token: string | undefined): Session => {
    const place = token === undefined ? -1 : family.indexOf(token)
    if (place < family.length - 2 || place === -1) throw new ProblemError('session-ended', 401)
    if (place === family.length - 1) family.push(`${token}+`)
    return { ...sessionWith(`access-${family.length}`), refreshToken: family.at(-1) }
  }
  /** The app, started anew; `store` and `refresh` say how it fares. */
  const app = ({ store, refresh }: Partial<Pick<SessionPlatform, 'store' | 'refresh'>> = {}) =>
    createSessionKeeper({
      refresh: refresh ?? (({ refreshToken }) => Promise.resolve().then(() => exchange(refreshToken))),
      store: store ?? {
        read: () => pause().then(() => kept.session),
        write: async (session) => {
          await pause()
          kept.session = session
        },
      },
      exclusively: (work) => work(),
      publish: () => {},
      onNews: () => {},
    })
  return { app, exchange, kept }
}

test('an app finds its session again after a restart, by the token that it kept', async () => {
  const { app, kept } = phone()
  const first = app()
  expect(await first.start()).toBe('signedIn')
  expect(kept.session).toEqual({ refreshToken: 'first+' })
  expect(await first.credentials()).toEqual({ refreshToken: 'first+' })
  expect(await app().start()).toBe('signedIn')
})

test('the newer token is written down before anything is done with it', async () => {
  const { app, kept } = phone()
  const keeper = app()
  const seen: unknown[] = []
  keeper.subscribe(() => seen.push(kept.session?.refreshToken))
  await keeper.start()
  expect(seen).toEqual(['first+'])
})

test('a lost answer to a refresh signs nobody out: the same token is tried again', async () => {
  const { app, exchange, kept } = phone()
  let calls = 0
  const keeper = app({
    refresh: ({ refreshToken }) => {
      calls += 1
      return Promise.resolve().then(() => {
        const session = exchange(refreshToken)
        if (calls === 1) throw answerLost
        return session
      })
    },
  })
  await expect(keeper.start()).rejects.toThrow(ProblemError)
  expect([keeper.state(), kept.session]).toEqual(['unknown', { refreshToken: 'first' }])
  expect(await keeper.start()).toBe('signedIn')
  expect(kept.session).toEqual({ refreshToken: 'first+' })
})

test('an app that is killed before it wrote the newer token down is still signed in when it starts again', async () => {
  const { app, kept } = phone()
  const dying = app({
    store: {
      read: () => Promise.resolve(kept.session),
      // Killed here: the answer came, and nothing of it was written.
      write: () => new Promise(() => {}),
    },
  })
  void dying.start()
  await pause()
  expect([dying.state(), kept.session]).toEqual(['unknown', { refreshToken: 'first' }])
  expect(await app().start()).toBe('signedIn')
})

test('leaving and signing in again at once keeps the new session, however slow the store', async () => {
  const { app, kept } = phone()
  const keeper = app()
  await keeper.start()
  const left = keeper.end()
  await keeper.adopt({ ...sessionWith('access', 'ravi'), refreshToken: 'another' })
  await left
  expect([keeper.userId(), kept.session]).toEqual(['ravi', { refreshToken: 'another' }])
})

test('a store that takes nothing lets the session last as long as the app runs', async () => {
  const { app } = phone()
  const keeper = app({
    store: {
      read: () => Promise.resolve({ refreshToken: 'first' }),
      write: () => Promise.reject(new Error('locked')),
    },
  })
  expect(await keeper.start()).toBe('signedIn')
  expect(await keeper.renew(keeper.accessToken())).not.toBeNull()
  expect(await keeper.renew(keeper.accessToken())).not.toBeNull()
  expect(keeper.state()).toBe('signedIn')
})
