import type { Client, Me } from '@streamline/client'
import { createActsShown, createOutbox, type Outbox, sendAct } from '@streamline/client/outbox'
import type { QueryClient } from '@tanstack/react-query'
import { actStore } from './act-store.ts'

/** One work of a name after the other; there is one app, so nobody else has to wait. */
const inTurns = () => {
  const turns = new Map<string, Promise<unknown>>()
  return <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const next = (turns.get(name) ?? Promise.resolve()).then(work)
    turns.set(
      name,
      next.catch(() => null),
    )
    return next
  }
}

export interface PhoneOutbox extends Outbox {
  readonly shown: ReturnType<typeof createActsShown>
  /** Reads anew what is kept: after a start, and once it is known who is here. */
  readonly refresh: () => Promise<void>
}

/** The acts of who is here on one server. Who that is also known where nobody could be asked: as the answers say that were kept. */
export const openPhoneOutbox = ({
  client,
  newKey,
  queries,
  server,
}: {
  client: Client
  newKey: () => string
  queries: QueryClient
  server: string
}): PhoneOutbox => {
  const store = actStore(server, () => queries.getQueryData<Me>(['me'])?.id ?? null)
  const shown = createActsShown()
  const refresh = async (): Promise<void> => shown.show(await store.read().catch(() => []), Date.now())
  const outbox = createOutbox({
    store,
    send: sendAct(client),
    now: () => Date.now(),
    newKey,
    exclusively: inTurns(),
    changed: () => void refresh(),
  })
  return { ...outbox, shown, refresh }
}
