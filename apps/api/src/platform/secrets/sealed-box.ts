import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'

const NONCE = 12
const TAG = 16

/** Encrypts small texts at rest (AES-256-GCM) under a key that is derived from APP_SECRET for one purpose. */
export class SealedBox {
  private readonly key: KeyObject

  constructor(secret: string, purpose: string) {
    this.key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'streamline', purpose, 32)))
  }

  seal(text: string): string {
    const nonce = randomBytes(NONCE)
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce)
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return [nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')).join('.')
  }

  /**
   * What was sealed; undefined where it was touched or sealed under another secret. An installation may lose its secret
   * and go on (docs/decisions/0025), so whoever opens says what then.
   */
  open(box: string): string | undefined {
    const [nonce, tag, sealed] = box.split('.').map((part) => Buffer.from(part, 'base64url'))
    if (nonce?.length !== NONCE || tag?.length !== TAG || sealed === undefined) return undefined
    const decipher = createDecipheriv('aes-256-gcm', this.key, nonce, { authTagLength: TAG })
    decipher.setAuthTag(tag)
    const opened = decipher.update(sealed)
    try {
      return Buffer.concat([opened, decipher.final()]).toString('utf8')
    } catch {
      return undefined
    }
  }
}
