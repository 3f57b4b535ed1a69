import { askConfirmation } from '@streamline/client/identity'
import { createClient, type Api, type Client, type Keeping } from '@streamline/client'
import { createBrowserSession } from './browser-session.ts'
import { fetchEarly } from './early-answers.ts'
import { watchingReach } from '../features/kept/reach.ts'

/** The API of the origin that served this page. */
export const createApi = (keeping: Keeping): Api => {
  const session = createBrowserSession((credentials) => client.identity.refresh(credentials))
  const client: Client = createClient({
    baseUrl: location.origin,
    session,
    confirm: askConfirmation,
    fetch: watchingReach(fetchEarly),
  })
  return { client, session, newKey: () => crypto.randomUUID(), keeping }
}
