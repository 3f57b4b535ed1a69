import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react'
import type { CalendarDate } from '@streamline/domain'
import type { Household } from './answers.ts'
import type { Client } from './client.ts'
import type { KeptAct } from './outbox/kept-act.ts'
import type { SessionKeeper, SessionState } from './session/session-keeper.ts'

/** What a platform brings that keeps what is entered while nobody answers. */
export interface Keeping {
  /** The device knows that it reaches nobody: nothing is even tried. */
  readonly isOffline: () => boolean
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** The day by the clock of the device, where the household is: offline there is no other. */
  readonly today: () => CalendarDate
  /** Keeps it, and says so. */
  readonly keep: (act: KeptAct) => Promise<void>
}

/** What screens reach the API through. */
export interface Api {
  client: Client
  session: SessionKeeper
  /** A key that was never given before (a UUID): not every engine has `crypto`. */
  newKey: () => string
  /** Left out where nothing can be kept. */
  keeping?: Keeping
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
