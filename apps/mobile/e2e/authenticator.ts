import { createHmac } from 'node:crypto'

/** For so long a code is shown. */
export const step = 30_000

/** The bytes of a secret as apps for codes read it (RFC 4648, base 32). */
const bytesOf = (secret: string): Buffer => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret.replaceAll('=', '')]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** The code that an app shows at that time (RFC 6238). */
export const codeAt = (secret: string, at: number): string => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / step)))
  const hash = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const from = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** What the clock of the application shows. */
export const readClock = async (api: string): Promise<number> => {
  const response = await fetch(`${api}/v1/test/clock`)
  return Date.parse(((await response.json()) as { now: string }).now)
}
