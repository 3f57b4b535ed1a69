/** Moves the clock of the application forward; answers when everything due by then has been done. */
export const moveClock = async (origin: string, now: string): Promise<void> => {
  const response = await fetch(`${origin}/v1/test/clock`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now }),
  })
  if (!response.ok) throw new Error(`The clock did not move: ${response.status} ${await response.text()}`)
}
