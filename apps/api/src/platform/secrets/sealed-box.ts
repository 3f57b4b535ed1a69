import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Encrypts small texts at rest (AES-256-GCM) under a key that is derived from APP_SECRET for one purpose. */
export class SealedBox {
  private readonly key: Buffer

  constructor(secret: string, purpose: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, 'streamline', purpose, 32))
  }

  seal(text: string): string {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce)
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return [nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')).join('.')
  }

  /** Throws where the text was sealed under another secret, or touched. */
  open(box: string): string {
    const [nonce, tag, sealed] = box.split('.').map((part) => Buffer.from(part, 'base64url'))
    if (nonce === undefined || tag === undefined || sealed === undefined) throw new Error('Not a sealed text')
    const decipher = createDecipheriv('aes-256-gcm', this.key, nonce, { authTagLength: 16 })
    decipher.setAuthTag(tag)
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8')
  }
}
