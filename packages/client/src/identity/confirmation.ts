/** Whoever waits for the person to show who they are; several at once share one question. */
let waiting: ((confirmed: boolean) => void)[] = []
const listeners = new Set<() => void>()

const changed = (): void => {
  for (const listener of listeners) listener()
}

export const isConfirming = (): boolean => waiting.length > 0

export const subscribeToConfirmation = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Asks on top of whatever is on screen; false when the person would not. */
export const askConfirmation = (): Promise<boolean> =>
  new Promise((resolve) => {
    waiting.push(resolve)
    changed()
  })

export const answerConfirmation = (confirmed: boolean): void => {
  const answered = waiting
  waiting = []
  changed()
  for (const resolve of answered) resolve(confirmed)
}
