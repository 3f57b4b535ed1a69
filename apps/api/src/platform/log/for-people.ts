import type { DestinationStream } from 'pino'

interface Line {
  time: string
  level: number
  where?: string
  msg?: string
  stack?: string
  err?: { stack?: string }
  [field: string]: unknown
}

const levels: Record<number, string> = {
  10: 'trace',
  20: 'debug',
  30: '',
  40: 'warning',
  50: 'error',
  60: 'fatal',
}

/** `20:24:57 error Request: …` instead of JSON. */
export const forPeople = (to: NodeJS.WritableStream): DestinationStream => ({
  write: (json) => void to.write(readable(JSON.parse(json) as Line)),
})

function readable({ time, level, where, msg, stack, err, ...fields }: Line): string {
  const rest = Object.keys(fields).length === 0 ? undefined : JSON.stringify(fields)
  const head = [time.slice(11, 19), levels[level], where === undefined ? undefined : `${where}:`, msg, rest]
  const trace = err?.stack ?? stack
  return `${head.filter(Boolean).join(' ')}${trace === undefined ? '' : `\n${trace}`}\n`
}
