/** Moves the clock of the application forward; answers when everything due by then has been done. */
export const moveClock = async (origin: string, now: string): Promise<void> => {
  const response = await fetch(`${origin}/v1/test/clock`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now }),
  })
  if (!response.ok) throw new Error(`The clock did not move: ${response.status} ${await response.text()}`)
}

/** What the clock of the application shows, in milliseconds. */
export const readClock = async (origin: string): Promise<number> => {
  const response = await fetch(`${origin}/v1/test/clock`)
  const { now } = (await response.json()) as { now: string }
  return Date.parse(now)
}
