import type { Session } from '../answers.ts'
import { createSessionKeeper, type SessionKeeper, type SessionNews } from './session-keeper.ts'

const name = 'streamline.session'

/** Storage may be forbidden; then a reload asks for the password again, nothing worse. */
const stored = {
  read: (): boolean => {
    try {
      return localStorage.getItem(name) === 'signed-in'
    } catch {
      return false
    }
  },
  write: (signedIn: boolean): void => {
    try {
      if (signedIn) localStorage.setItem(name, 'signed-in')
      else localStorage.removeItem(name)
    } catch {
      // Nothing to do: see above.
    }
  },
}

/** The session of a browser: refresh by cookie, one tab at a time, the others told. */
export const createBrowserSession = (refresh: () => Promise<Session>): SessionKeeper => {
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : null
  return createSessionKeeper({
    refresh,
    exclusively: (work) => ('locks' in navigator ? navigator.locks.request(name, work) : work()),
    // A channel reaches its own origin only and takes no target.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    publish: (news) => channel?.postMessage(news),
    onNews: (listener) => {
      channel?.addEventListener('message', (event: MessageEvent<SessionNews>) => listener(event.data))
    },
    remembered: stored.read,
    remember: stored.write,
  })
}
