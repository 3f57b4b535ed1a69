import type { createReach } from '@streamline/client'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { ShownAct } from '@streamline/client/outbox'
import type { PhoneOutbox } from './phone-outbox.ts'

/** What waits on this phone, and whether anybody answers. */
export interface Kept {
  readonly outbox: PhoneOutbox
  readonly reach: ReturnType<typeof createReach>
}

/** Null where nothing is kept: a screen by itself. */
export const KeptContext = createContext<Kept | null>(null)

const none: readonly ShownAct[] = []
const noIds: ReadonlySet<string> = new Set()
const never = (): (() => void) => () => {}

export const useKept = (): Kept | null => useContext(KeptContext)

/** Everything that was entered here and has not arrived. */
export const useShownActs = (): readonly ShownAct[] => {
  const shown = useKept()?.outbox.shown
  return useSyncExternalStore(shown?.subscribe ?? never, shown?.acts ?? (() => none))
}

/** Whether what a row shows was paid or recharged here, and waits to be sent. */
export const useIsWaiting = (id: string | null): boolean => {
  const shown = useKept()?.outbox.shown
  const ids = useSyncExternalStore(shown?.subscribe ?? never, shown?.waitingIds ?? (() => noIds))
  return id !== null && ids.has(id)
}
