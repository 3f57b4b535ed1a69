import type { Household } from '@streamline/client'
import { useSyncExternalStore } from 'react'
import { readStored, writeStored } from '../../design/stored.ts'

const listeners = new Set<() => void>()

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Shows another of the person's households, now and after a restart. */
export const chooseHousehold = (id: string | null): void => {
  writeStored('household', id)
  for (const listener of listeners) listener()
}

/** The household that was chosen last, else the first. */
export const useCurrentHousehold = (households: readonly Household[]): Household | undefined => {
  const id = useSyncExternalStore(subscribe, () => readStored('household'))
  return households.find((household) => household.id === id) ?? households[0]
}
