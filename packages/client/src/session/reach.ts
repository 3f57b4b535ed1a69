/** Whether anybody answers, as far as the last request tells. */
export const createReach = (isAwayAtFirst = false) => {
  const listeners = new Set<() => void>()
  let isAway = isAwayAtFirst
  const become = (away: boolean): void => {
    if (away === isAway) return
    isAway = away
    for (const listener of listeners) listener()
  }
  return {
    isAway: (): boolean => isAway,
    become,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    /** The same request; whether anybody answered is told to who shows it. */
    watching:
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
      },
  }
}
