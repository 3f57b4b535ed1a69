import {
  createSessionKeeper,
  type SessionKeeper,
  type SessionPlatform,
  type TokenStore,
} from '@streamline/client'

/** The session of a phone: one app, so nobody else has to be told, and one refresh at a time. */
export const createPhoneSession = (refresh: SessionPlatform['refresh'], store: TokenStore): SessionKeeper => {
  let turn: Promise<unknown> = Promise.resolve()
  return createSessionKeeper({
    refresh,
    store,
    exclusively: (work) => {
      const next = turn.then(work)
      turn = next.catch(() => null)
      return next
    },
    publish: () => {},
    onNews: () => {},
  })
}
