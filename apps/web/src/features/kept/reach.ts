/** Whether the service answers, as far as this page knows. */
let isAway = !navigator.onLine
const listeners = new Set<() => void>()

const become = (away: boolean): void => {
  if (away === isAway) return
  isAway = away
  for (const listener of listeners) listener()
}

export const isOutOfReach = (): boolean => isAway

export const subscribeToReach = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

addEventListener('offline', () => become(true))
addEventListener('online', () => become(false))

/** The same request; whether anybody answered is told to who shows it. */
export const watchingReach =
  (ask: (request: Request) => Promise<Response>) =>
  async (request: Request): Promise<Response> => {
    try {
      const response = await ask(request)
      become(false)
      return response
    } catch (error) {
      if (!request.signal.aborted) become(true)
      throw error
    }
  }
