import { createClient, createQueryClient, type Api, type Client } from '@streamline/client'
import type { QueryClient } from '@tanstack/react-query'
import { randomUUID } from 'expo-crypto'
import { createPhoneSession } from '../features/identity/phone-session.ts'
import { createTokenStore } from '../features/identity/token-store'

/** All that belongs to one server: its client, the session there, and what it answered. */
export interface Connection {
  readonly server: string
  readonly api: Api
  readonly queries: QueryClient
}

/** As long as an answer is kept while no screen shows it. */
const day = 24 * 3_600_000

export const connect = (server: string): Connection => {
  const session = createPhoneSession(
    (credentials) => client.identity.refresh(credentials),
    createTokenStore(server),
  )
  const client: Client = createClient({ baseUrl: server, session, kind: 'mobile' })
  const queries = createQueryClient()
  const defaults = queries.getDefaultOptions()
  queries.setDefaultOptions({ ...defaults, queries: { ...defaults.queries, gcTime: day } })
  return { server, api: { client, session, newKey: randomUUID }, queries }
}
