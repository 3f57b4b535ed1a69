import type { Session } from '../answers.ts'
import { problemOf } from '../problem.ts'
import { inTurn, type KeptSession, type TokenStore } from './token-store.ts'

export type SessionState = 'unknown' | 'signedIn' | 'signedOut'

/** What another tab of the same browser says. */
export type SessionNews = { kind: 'token'; accessToken: string; userId: string } | { kind: 'ended' }

/** What a refresh or the end of a session sends: nothing where a cookie says it. */
export interface Credentials {
  refreshToken?: string
}

/** What a platform brings: how to refresh, what outlives a restart, how tabs keep out of each other's way. */
export interface SessionPlatform {
  refresh: (credentials: Credentials) => Promise<Session>
  store: TokenStore
  /** Runs one at a time over all tabs: a refresh token works once, two at once would end the session. */
  exclusively: <T>(work: () => Promise<T>) => Promise<T>
  /** Tells the other tabs. */
  publish: (news: SessionNews) => void
  /** Hears the other tabs. */
  onNews: (listener: (news: SessionNews) => void) => void
}

const sessionIsOver = (error: unknown): boolean => {
  const { status } = problemOf(error)
  return status === 401 || status === 403
}

const credentialsOf = (kept: KeptSession | null): Credentials =>
  kept?.refreshToken ? { refreshToken: kept.refreshToken } : {}

/**
 * Holds the access token in memory and renews it. The refresh token is a cookie that scripts cannot read, or what the
 * platform's store keeps; there the newer one is written down before anything is done with it, so that an app that is
 * killed, or an answer that is lost, finds a token that still works.
 */
export const createSessionKeeper = (platform: SessionPlatform) => {
  const store = inTurn(platform.store)
  let token: string | null = null
  let userId: string | null = null
  let state: SessionState = 'unknown'
  let renewal: Promise<string | null> | null = null
  const listeners = new Set<() => void>()

  const become = (next: SessionState): void => {
    state = next
    for (const listener of listeners) listener()
  }

  const keep = (accessToken: string, user: string): void => {
    token = accessToken
    userId = user
    become('signedIn')
  }

  const forget = (): void => {
    token = null
    userId = null
    become('signedOut')
  }

  const end = async (): Promise<void> => {
    forget()
    await store.write(null)
    platform.publish({ kind: 'ended' })
  }

  const adopt = async ({ accessToken, refreshToken, user }: Session): Promise<void> => {
    await store.write({ refreshToken: refreshToken ?? null })
    keep(accessToken, user.id)
    platform.publish({ kind: 'token', accessToken, userId: user.id })
  }

  platform.onNews((news) => {
    // Who tells has written it down.
    if (news.kind === 'ended') forget()
    else keep(news.accessToken, news.userId)
  })

  const renewNow = (refused: string | null): Promise<string | null> =>
    platform.exclusively(async () => {
      // Another tab may have renewed while this one waited for its turn.
      if (token !== refused) return token
      try {
        await adopt(await platform.refresh(credentialsOf(await store.read())))
      } catch (error) {
        if (!sessionIsOver(error)) throw error
        await end()
      }
      return token
    })

  /** A token newer than the one that was refused, or null when the session is over. One refresh at a time. */
  const renew = (refused: string | null): Promise<string | null> => {
    if (token !== refused) return Promise.resolve(token)
    renewal ??= renewNow(refused).finally(() => {
      renewal = null
    })
    return renewal
  }

  return {
    accessToken: () => token,
    userId: () => userId,
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    /** What the end of the session says of itself. */
    credentials: async (): Promise<Credentials> => credentialsOf(await store.read()),
    adopt,
    renew,
    /** Finds out once whether somebody is signed in. Throws only where the API could not be asked. */
    start: async (): Promise<SessionState> => {
      if (state !== 'unknown') return state
      // Who was never signed in here is spared a refresh that must fail.
      if ((await store.read()) === null) become('signedOut')
      else await renew(null)
      return state
    },
    /** The person goes to another site to sign in and comes back with a cookie: then it is worth asking. */
    expectReturn: (): Promise<void> => store.write({ refreshToken: null }),
    end,
  }
}

export type SessionKeeper = ReturnType<typeof createSessionKeeper>
