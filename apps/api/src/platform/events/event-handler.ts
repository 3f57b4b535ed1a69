import * as z from 'zod'
import { jobKind, type JobKind, type JobQueue } from '../queue/job.ts'

const eventQueue: JobQueue = { name: 'events', concurrency: 4 }

const payload = z.strictObject({ eventId: z.uuid() })

type EventJob = z.infer<typeof payload>

/** Somebody who wants to know of events: a job of its own for each, so that no handler waits for another. */
export interface EventHandler {
  /** Of the events. */
  readonly kinds: readonly string[]
  readonly job: JobKind<EventJob>
}

const handlers: EventHandler[] = []

/** Every handler that was declared anywhere. */
export const declaredEventHandlers: readonly EventHandler[] = handlers

/** Declares a handler beside the class that handles. The name is stored: it stays when the class is renamed. */
export const eventHandler = (name: string, kinds: readonly string[]): EventHandler => {
  const handler = { kinds, job: jobKind<EventJob>({ name: `event.${name}`, queue: eventQueue, payload }) }
  handlers.push(handler)
  return handler
}
