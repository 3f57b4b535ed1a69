import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react'
import type { Household } from './answers.ts'
import type { Client } from './client.ts'
import type { SessionKeeper, SessionState } from './session/session-keeper.ts'

/** What screens reach the API through. */
export interface Api {
  client: Client
  session: SessionKeeper
  /** A key that was never given before (a UUID): not every engine has `crypto`. */
  newKey: () => string
}

const ApiContext = createContext<Api | null>(null)
const HouseholdContext = createContext<Household | null>(null)

export const ApiProvider = ApiContext.Provider

export const useApi = (): Api => {
  const api = useContext(ApiContext)
  if (api === null) throw new Error('useApi needs an ApiProvider above it')
  return api
}

export const useSessionState = (): SessionState => {
  const { session } = useApi()
  return useSyncExternalStore(session.subscribe, session.state)
}

/** The household on screen; every hook below it reads and writes there. */
export const HouseholdProvider = ({ household, children }: { household: Household; children: ReactNode }) => (
  <HouseholdContext value={household}>{children}</HouseholdContext>
)

export const useHousehold = (): Household => {
  const household = useContext(HouseholdContext)
  if (household === null) throw new Error('useHousehold needs a HouseholdProvider above it')
  return household
}
