import { type Api, type Client, createBrowserSession, createClient } from '@streamline/client'
import routes from 'virtual:contract-routes'
import { askConfirmation } from './confirmation.ts'

/** The API of the origin that served this page. */
export const createApi = (): Api => {
  const session = createBrowserSession(() => client.identity.refresh({}))
  const client: Client = createClient({ baseUrl: location.origin, routes, session, confirm: askConfirmation })
  return { client, session }
}
