import type { Needs } from './needs-change.ts'

export type LineNeed = Needs['lines'][number]

/** What the contract calls data without limit. */
export const WITHOUT_LIMIT = 1_000_000

/** The longest that one payment may last, where nobody named less. */
const LONGEST = 1000

const known = {
  mbPerDay: [1024, 1536, 2048, 2560, 3072, 4096, WITHOUT_LIMIT],
  least: [28, 56, 84, 180, 365],
  mbps: [30, 50, 100, 200, 300, 500, 1000],
  capGb: [500, 1000, 2000, 3300, 5000],
} as const

/** What a line can be asked to have at least, the amount of today among it; any is null and stands apart. */
export const amountsFor = (field: keyof typeof known, now: number | null): number[] =>
  [...new Set([...known[field], ...(now === null ? [] : [now])])].toSorted((a, b) => a - b)

/** The same needs with one line changed. */
export const withLine = (needs: Needs, subscriptionId: string, change: Partial<LineNeed>): Needs => ({
  ...needs,
  lines: needs.lines.map((line) => (line.subscriptionId === subscriptionId ? { ...line, ...change } : line)),
})

/** At least so many days for each payment; null for any. What it may be at most stays. */
export const validFor = ({ validity }: LineNeed, least: number | null): LineNeed['validity'] =>
  least === null ? null : { least, most: Math.max(least, validity?.most ?? LONGEST) }
