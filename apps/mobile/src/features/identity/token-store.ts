import type { TokenStore } from '@streamline/client'

const key = 'streamline.session'

/** On the bench a page stands in for a phone; it has no secure storage, and keeps nobody's real session. */
export const createTokenStore = (server: string): TokenStore => ({
  read: () => {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as {
      server: string
      refreshToken: string
    } | null
    return Promise.resolve(kept?.server === server ? { refreshToken: kept.refreshToken } : null)
  },
  write: (kept) => {
    if (kept === null) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify({ server, ...kept }))
    return Promise.resolve()
  },
})
