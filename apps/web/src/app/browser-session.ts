import {
  createSessionKeeper,
  type SessionKeeper,
  type SessionNews,
  type SessionPlatform,
  type TokenStore,
} from '@streamline/client'
import { readStored, writeStored } from '../design/stored.ts'

const name = 'streamline.session'

/** Only that somebody signed in here; storage may be forbidden, then a reload asks for the password, nothing worse. */
const store: TokenStore = {
  read: () => Promise.resolve(readStored('session') === 'signed-in' ? { refreshToken: null } : null),
  write: (kept) => Promise.resolve(writeStored('session', kept === null ? null : 'signed-in')),
}

/** The session of a browser: refresh by cookie, one tab at a time, the others told. */
export const createBrowserSession = (refresh: SessionPlatform['refresh']): SessionKeeper => {
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : null
  return createSessionKeeper({
    refresh,
    store,
    exclusively: (work) => ('locks' in navigator ? navigator.locks.request(name, work) : work()),
    // A channel reaches its own origin only and takes no target.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    publish: (news) => channel?.postMessage(news),
    onNews: (listener) => {
      channel?.addEventListener('message', (event: MessageEvent<SessionNews>) => listener(event.data))
    },
  })
}
