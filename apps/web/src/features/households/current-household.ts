import type { Household } from '@streamline/client'
import { useSyncExternalStore } from 'react'
import { readStored, writeStored } from '../../design/stored.ts'

const listeners = new Set<() => void>()
let chosen = readStored('household')

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Shows another of the person's households, now and after a reload. */
export const chooseHousehold = (id: string | null): void => {
  chosen = id
  writeStored('household', id)
  if (id === null) writeStored('seen', null)
  for (const listener of listeners) listener()
}

/** The household that was chosen last, else the first. */
export const useCurrentHousehold = (households: readonly Household[]): Household | undefined => {
  const id = useSyncExternalStore(subscribe, () => chosen)
  return households.find((household) => household.id === id) ?? households[0]
}
