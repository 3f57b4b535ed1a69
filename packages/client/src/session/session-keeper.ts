import type { Session } from '../answers.ts'
import { problemOf } from '../problem.ts'

export type SessionState = 'unknown' | 'signedIn' | 'signedOut'

/** What another tab of the same browser says. */
export type SessionNews = { kind: 'token'; accessToken: string; userId: string } | { kind: 'ended' }

/** What a platform brings: how to refresh, how tabs keep out of each other's way, what outlives a reload. */
export interface SessionPlatform {
  refresh: () => Promise<Session>
  /** Runs one at a time over all tabs: a refresh token works once, two at once would end the session. */
  exclusively: <T>(work: () => Promise<T>) => Promise<T>
  /** Tells the other tabs. */
  publish: (news: SessionNews) => void
  /** Hears the other tabs. */
  onNews: (listener: (news: SessionNews) => void) => void
  /** Whether somebody signed in here before; saves a stranger a refresh that must fail. */
  remembered: () => boolean
  remember: (signedIn: boolean) => void
}

const sessionIsOver = (error: unknown): boolean => {
  const { status } = problemOf(error)
  return status === 401 || status === 403
}

/** Holds the access token in memory and renews it; the refresh token stays where scripts cannot read it. */
export const createSessionKeeper = (platform: SessionPlatform) => {
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

  const drop = (): void => {
    token = null
    userId = null
    platform.remember(false)
    become('signedOut')
  }

  const adopt = (session: Session): void => {
    platform.remember(true)
    keep(session.accessToken, session.user.id)
    platform.publish({ kind: 'token', accessToken: session.accessToken, userId: session.user.id })
  }

  platform.onNews((news) => {
    if (news.kind === 'ended') drop()
    else keep(news.accessToken, news.userId)
  })

  const renewNow = (refused: string | null): Promise<string | null> =>
    platform.exclusively(async () => {
      // Another tab may have renewed while this one waited for its turn.
      if (token !== refused) return token
      try {
        adopt(await platform.refresh())
      } catch (error) {
        if (!sessionIsOver(error)) throw error
        drop()
        platform.publish({ kind: 'ended' })
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
    adopt,
    renew,
    /** Finds out once whether somebody is signed in. Throws only where the API could not be asked. */
    start: async (): Promise<SessionState> => {
      if (state !== 'unknown') return state
      if (platform.remembered()) await renew(null)
      else become('signedOut')
      return state
    },
    /** The person goes to another site to sign in and comes back with a cookie: then it is worth asking. */
    expectReturn: (): void => platform.remember(true),
    end: (): void => {
      drop()
      platform.publish({ kind: 'ended' })
    },
  }
}

export type SessionKeeper = ReturnType<typeof createSessionKeeper>
