import { createClient, type Api, type Client } from '@streamline/client'
import { createBrowserSession } from './browser-session.ts'
import { fetchEarly } from './early-answers.ts'
import { askConfirmation } from '../features/settings/confirmation.ts'

/** The API of the origin that served this page. */
export const createApi = (): Api => {
  const session = createBrowserSession((credentials) => client.identity.refresh(credentials))
  const client: Client = createClient({
    baseUrl: location.origin,
    session,
    confirm: askConfirmation,
    fetch: fetchEarly,
  })
  return { client, session, newKey: () => crypto.randomUUID() }
}
