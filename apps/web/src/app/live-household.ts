import { useSessionState } from '@streamline/client'
import { type LiveDevice, useLiveHousehold } from '@streamline/client/households'
import { keepSeen, seenBefore } from './seen-before.ts'

const page: LiveDevice = {
  isSeen: () => document.visibilityState !== 'hidden',
  follow: (look) => {
    document.addEventListener('visibilitychange', look)
    addEventListener('online', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      removeEventListener('online', look)
    }
  },
  before: seenBefore,
  keep: keepSeen,
}

/** A part of the page that shows nothing, so that it can come after all that does. */
const LiveHousehold = (): null => {
  useLiveHousehold(page, useSessionState() === 'signedIn')
  return null
}

export default LiveHousehold
