import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'

const hkdf = (secret: Buffer, salt: Buffer, info: Buffer, length: number) =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length))

/** The browser's side of RFC 8291, written apart from ours. */
export function aBrowserPush(given?: { privateKey: string; auth: string }) {
  const own = createECDH('prime256v1')
  if (given === undefined) own.generateKeys()
  else own.setPrivateKey(Buffer.from(given.privateKey, 'base64url'))
  const auth = given === undefined ? randomBytes(16) : Buffer.from(given.auth, 'base64url')
  return {
    keys: { p256dh: own.getPublicKey('base64url'), auth: auth.toString('base64url') },
    opened(body: Buffer): string {
      const salt = body.subarray(0, 16)
      const theirs = body.subarray(21, 21 + (body[20] ?? 0))
      const sealed = body.subarray(21 + theirs.length)
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), own.getPublicKey(), theirs])
      const secret = hkdf(own.computeSecret(theirs), auth, info, 32)
      const key = hkdf(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
      const nonce = hkdf(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
      const decipher = createDecipheriv('aes-128-gcm', key, nonce)
      decipher.setAuthTag(sealed.subarray(-16))
      const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
      return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8')
    },
  }
}
