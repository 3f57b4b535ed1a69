import { createHash, randomBytes } from 'node:crypto'

const HOW_MANY = 10
const BYTES = 15
/** Crockford's: no letter that is read as a digit. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Ten codes of 120 bits, which is enough to be kept as plain hashes (ASVS 6.5.2): `7k3m-0x9d-…`, six groups of four. */
export const newRecoveryCodes = () => Array.from({ length: HOW_MANY }, newRecoveryCode)

function newRecoveryCode(): string {
  let bits = BigInt(`0x${randomBytes(BYTES).toString('hex')}`)
  let text = ''
  for (let place = 0; place < (BYTES * 8) / 5; place++) {
    text += ALPHABET.charAt(Number(bits & 31n))
    bits >>= 5n
  }
  return text.match(/.{4}/g)?.join('-') ?? text
}

/** However it is typed: capitals, spaces, no dashes, O for 0, I or L for 1. */
export function hashOfRecoveryCode(typed: string): Buffer {
  const code = typed.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1')
  return createHash('sha256').update(code).digest()
}
