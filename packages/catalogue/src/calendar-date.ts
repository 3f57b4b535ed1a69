const shape = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether the text is a day that exists, as `YYYY-MM-DD`. */
export function isRealDate(text: string): boolean {
  const time = shape.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** The calendar date before this one. */
export function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
