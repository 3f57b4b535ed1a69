import * as z from 'zod'
import { invalidInput } from '../http/problem.ts'
import type { Position } from './document-store.ts'

/** Lists that people page are sorted by text. */
export interface TextPosition extends Position {
  readonly value: string
}

const partsSchema = z.tuple([z.string(), z.string()])

/** A position as the opaque text that an answer hands out. */
export const cursorOf = ({ value, id }: Position): string =>
  Buffer.from(JSON.stringify([String(value), id])).toString('base64url')

/** Reads a cursor back. What we cannot have handed out is refused; a zero byte would be an error of the store. */
export const positionIn = (cursor: string): TextPosition => {
  const parsed = partsSchema.safeParse(jsonIn(Buffer.from(cursor, 'base64url').toString()))
  if (!parsed.success || parsed.data.some((part) => part.includes('\0')))
    throw invalidInput('/query/cursor', 'is not a cursor of this list')
  const [value, id] = parsed.data
  return { value, id }
}

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
