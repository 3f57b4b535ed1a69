import type { Api, Me } from '@streamline/client'
import { createActsShown, createOutbox, type KeptAct, type Outbox, sendAct } from '@streamline/client/outbox'
import type { QueryClient } from '@tanstack/react-query'
import { keepAt, readKeptAt } from './database.ts'
import { setWaiting } from './waits.tsx'

const channel = new BroadcastChannel('streamline.kept')
const shown = createActsShown()

export const waitingActs = shown.acts
export const subscribeToActs = shown.subscribe

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
    shown.show(await read().catch(() => []), Date.now())
    setWaiting(shown.waitingIds())
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
