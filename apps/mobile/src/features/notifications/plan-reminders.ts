import type { NextMessages } from '@streamline/client'
import { localReminders, reconciledReminders } from '@streamline/client/notifications'
import type { QueryClient } from '@tanstack/react-query'
import { notices } from './notices'
import { isPutOff } from './put-off.ts'
import { readTold } from './told.ts'

/** What will be told next in each household that the phone saw. */
const nextMessagesIn = (queries: QueryClient): NextMessages['messages'] =>
  queries
    .getQueryCache()
    .findAll({ queryKey: ['households'] })
    .filter(({ queryKey: [, , part, which] }) => part === 'reminders' && which === 'next')
    .flatMap(({ state }) => (state.data as NextMessages | undefined)?.messages ?? [])

let turn: Promise<unknown> = Promise.resolve()

/** Plans on the phone what it will say by itself, of what it saw last; one after the other, however often it is asked. */
export const planReminders = (
  queries: QueryClient,
  settledIds: ReadonlySet<string>,
  now: number,
): Promise<void> => {
  const plan = async (): Promise<void> => {
    const told = await readTold()
    const wanted = localReminders(nextMessagesIn(queries), now, { told, settledIds })
    const planned = (await notices.planned()).filter(({ name }) => !isPutOff(name))
    const { cancel, plan: missing } = reconciledReminders(planned, wanted)
    for (const name of cancel) await notices.cancel(name)
    for (const reminder of missing) await notices.plan(reminder)
  }
  const next = turn.then(plan)
  turn = next.catch(() => null)
  return next
}

/** Whoever leaves is reminded of nothing any more. */
export const forgetReminders = async (): Promise<void> => {
  for (const { name } of await notices.planned().catch(() => [])) await notices.cancel(name)
}
