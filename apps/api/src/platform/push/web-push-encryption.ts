import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'

/** What a browser gave when it subscribed, in base64url. */
export interface SubscriptionKeys {
  readonly p256dh: string
  readonly auth: string
}

/** Made anew for each message; given only to repeat the worked example of the RFC. */
interface Once {
  readonly privateKey: Buffer
  readonly salt: Buffer
}

const RECORD_SIZE = 4096
/** The delimiter that ends the last record (RFC 8188, 2). */
const LAST_RECORD = Buffer.from([2])

const hkdf = (secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length))

/**
 * A message that only the browser can read: `aes128gcm` with keys agreed on by ECDH on P-256 (RFC 8291, RFC 8188). Throws where the key of
 * the browser is no point of the curve.
 */
export function encryptedPush(text: string, { p256dh, auth }: SubscriptionKeys, once?: Once): Buffer {
  const theirKey = Buffer.from(p256dh, 'base64url')
  const own = createECDH('prime256v1')
  if (once === undefined) own.generateKeys()
  else own.setPrivateKey(once.privateKey)
  const ownKey = own.getPublicKey()
  const salt = once?.salt ?? randomBytes(16)
  const keyInfo = Buffer.concat([Buffer.from('WebPush: info\0'), theirKey, ownKey])
  const secret = hkdf(own.computeSecret(theirKey), Buffer.from(auth, 'base64url'), keyInfo, 32)
  const key = hkdf(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = hkdf(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.update(LAST_RECORD), cipher.final()])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(RECORD_SIZE)
  return Buffer.concat([salt, size, Buffer.from([ownKey.length]), ownKey, sealed, cipher.getAuthTag()])
}
