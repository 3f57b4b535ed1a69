import { randomBytes } from 'node:crypto'
import { API_KEY_PREFIX } from './api-key.types.ts'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const BYTES = 32
/** 256 bits are at most so many digits of base 62. */
const DIGITS = 43

/** A key is all letters and digits, so that a double click takes the whole of it. */
export function newApiKey(): string {
  let rest = BigInt(`0x${randomBytes(BYTES).toString('hex')}`)
  let digits = ''
  for (; rest > 0n; rest /= 62n) digits = `${ALPHABET[Number(rest % 62n)]}${digits}`
  return API_KEY_PREFIX + digits.padStart(DIGITS, '0')
}

const FORM = new RegExp(`^${API_KEY_PREFIX}[0-9A-Za-z]{${DIGITS}}$`)

export const isApiKey = (text: string) => FORM.test(text)

export const hintOf = (key: string) => key.slice(0, API_KEY_PREFIX.length + 4)
