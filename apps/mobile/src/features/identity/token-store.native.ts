import type { TokenStore } from '@streamline/client'
import { deleteItemAsync, getItemAsync, setItemAsync } from 'expo-secure-store'

const key = 'streamline.session'

/** The refresh token lies in what the device encrypts, with the server that gave it: it is shown to no other. */
export const createTokenStore = (server: string): TokenStore => ({
  read: async () => {
    const text = await getItemAsync(key)
    const kept = text === null ? null : (JSON.parse(text) as { server: string; refreshToken: string | null })
    return kept?.server === server ? { refreshToken: kept.refreshToken } : null
  },
  write: (kept) =>
    kept === null ? deleteItemAsync(key) : setItemAsync(key, JSON.stringify({ server, ...kept })),
})
