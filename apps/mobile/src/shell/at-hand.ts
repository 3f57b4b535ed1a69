import type { Connection } from './connection.ts'
import { start, type Started } from './start.ts'

let started: Promise<Started> | null = null

/** What the app started with, once: a screen and a task in the background share one session, whichever comes first. */
export const startOnce = (): Promise<Started> => {
  started ??= start()
  return started
}

/** Another server was chosen. */
export const replaceStarted = (next: Started): void => {
  started = Promise.resolve(next)
}

export const connectionAtHand = async (): Promise<Connection | null> => (await startOnce()).connection
