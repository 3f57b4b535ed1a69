import { DomainError } from '../error.ts'

/** `HH:MM` on a clock on the wall, from 00:00 to 23:59. */
export const WALL_TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** True of `HH:MM`. */
export const isWallTime = (text: string): boolean => WALL_TIME.test(text)

/** The text itself, where it is `HH:MM`. `invalid-time` where not. */
export function parseWallTime(text: string): string {
  if (isWallTime(text)) return text
  const value = text.slice(0, 40)
  throw new DomainError('invalid-time', `"${value}" is not a time HH:MM.`, { value })
}
