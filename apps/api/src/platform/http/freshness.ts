/** How long a proof of who one is opens changes of security. */
export const FRESH_FOR = 10 * 60_000

export const isFresh = (confirmedAt: string | null, now: number) =>
  confirmedAt !== null && now - Date.parse(confirmedAt) <= FRESH_FOR

/** Until when no confirmation is asked for; null when it would be asked for now. */
export const freshUntil = (confirmedAt: string | null, now: number) =>
  confirmedAt !== null && isFresh(confirmedAt, now)
    ? new Date(Date.parse(confirmedAt) + FRESH_FOR).toISOString()
    : null
