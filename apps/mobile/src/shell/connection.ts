import { createClient, createQueryClient, createReach, type Api, type Client } from '@streamline/client'
import { askConfirmation } from '@streamline/client/identity'
import type { QueryClient } from '@tanstack/react-query'
import { randomUUID } from 'expo-crypto'
import type { i18n } from 'i18next'
import { createPhoneSession } from '../features/identity/phone-session.ts'
import { createTokenStore } from '../features/identity/token-store'
import { createKeeping } from '../features/kept/keeping.ts'
import type { Kept } from '../features/kept/kept-context.ts'
import { openPhoneOutbox } from '../features/kept/phone-outbox.ts'

/** All that belongs to one server: its client, the session there, what it answered and what it was not told yet. */
export interface Connection {
  readonly server: string
  readonly api: Api
  readonly queries: QueryClient
  readonly kept: Kept
}

/** As long as an answer is kept while no screen shows it. */
const day = 24 * 3_600_000

export const connect = (server: string, texts: i18n): Connection => {
  const session = createPhoneSession(
    (credentials) => client.identity.refresh(credentials),
    createTokenStore(server),
  )
  const reach = createReach()
  const client: Client = createClient({
    baseUrl: server,
    session,
    kind: 'mobile',
    fetch: reach.watching((request) => fetch(request)),
    confirm: askConfirmation,
  })
  const queries = createQueryClient()
  const defaults = queries.getDefaultOptions()
  queries.setDefaultOptions({ ...defaults, queries: { ...defaults.queries, gcTime: day } })
  const newKey = randomUUID
  const outbox = openPhoneOutbox({ client, newKey, queries, server })
  const keeping = createKeeping({ outbox, reach, queries, texts })
  return { server, api: { client, session, newKey, keeping }, queries, kept: { outbox, reach } }
}
