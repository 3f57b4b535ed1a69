/** How long the app may be away before it is locked, in seconds; null: never. */
export const lockChoices = { off: null, now: 0, minute: 60, minutes: 300 } as const

export type LockChoice = keyof typeof lockChoices

export const lockChoiceIn = (stored: string | null): LockChoice => {
  const found = Object.keys(lockChoices).find((name) => name === stored)
  return (found as LockChoice | undefined) ?? 'off'
}

/** Whether an app that was left at `leftAt` is locked at `now`, in milliseconds since 1970. A clock that was put back locks it too. */
export const isLockedBy = (choice: LockChoice, leftAt: number, now: number): boolean => {
  const seconds = lockChoices[choice]
  if (seconds === null) return false
  return now < leftAt || now - leftAt >= seconds * 1000
}
