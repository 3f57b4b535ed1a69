import type { Api, Me } from '@streamline/client'
import {
  createOutbox,
  type KeptAct,
  type KeptState,
  type Outbox,
  sendAct,
  stateOf,
} from '@streamline/client/outbox'
import type { QueryClient } from '@tanstack/react-query'
import { keepAt, readKeptAt } from './database.ts'
import { setWaiting } from './waits.tsx'

/** An act, and how it stood when it was last looked at. */
export type ShownAct = KeptAct & { readonly state: KeptState }

const channel = new BroadcastChannel('streamline.kept')
const listeners = new Set<() => void>()
let acts: readonly ShownAct[] = []

export const waitingActs = (): readonly ShownAct[] => acts

export const subscribeToActs = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** What an act is about, as rows of screens know it. */
const idsOf = ({ input, refusal }: KeptAct): string[] => {
  if (refusal !== null) return []
  const { id, chargeIds = [] } = input as { id?: string; chargeIds?: string[] }
  return [...chargeIds, ...(id === undefined ? [] : [id])]
}

/** Who is here, also where nobody could be asked: as the answers say that were kept. */
const personIn = (queries: QueryClient): string | null => queries.getQueryData<Me>(['me'])?.id ?? null

/** The acts of the person on screen, over all windows of this browser. */
export const openOutbox = ({ client, newKey }: Api, queries: QueryClient): Outbox => {
  const name = (): string => {
    const person = personIn(queries)
    if (person === null) throw new Error('Nobody is here whose acts could be kept')
    return `acts ${person}`
  }
  const read = async (): Promise<readonly KeptAct[]> =>
    ((await readKeptAt(name())) as readonly KeptAct[] | undefined) ?? []
  const refresh = async (): Promise<void> => {
    const now = Date.now()
    acts = (await read().catch(() => [])).map((act) => ({ ...act, state: stateOf(act, now) }))
    setWaiting(acts.flatMap(idsOf))
    for (const listener of listeners) listener()
  }
  channel.addEventListener('message', () => void refresh())
  void refresh()
  return createOutbox({
    store: { read, write: (next) => keepAt(name(), next) },
    send: sendAct(client),
    now: () => Date.now(),
    newKey,
    exclusively: (what, work) => navigator.locks.request(`streamline.kept.${what}`, work),
    changed: () => {
      // A channel reaches its own origin only and takes no target.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      channel.postMessage(null)
      void refresh()
    },
  })
}
