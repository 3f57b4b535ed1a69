import { generateKeyPairSync } from 'node:crypto'
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import { importJWK, SignJWT, type CryptoKey, type JWK } from 'jose'
import { v7 } from 'uuid'
import { ENV, type Env } from '../../env.ts'
import { Clock } from '../clock/clock.ts'
import { SealedBox } from '../secrets/sealed-box.ts'
import { PushKeyRepository } from './push-key.repository.ts'

const ALGORITHM = 'ES256'
/** At most 24 hours (RFC 8292, 2). */
const SIGNED_FOR_SECONDS = 12 * 3600

interface Keys {
  readonly publicKey: string
  readonly privateKey: CryptoKey
}

/**
 * Shows push services who calls (VAPID, RFC 8292). Made at the first start; made anew where the APP_SECRET that sealed it is lost: browsers
 * that subscribed to the old one subscribe again when they are opened.
 */
@Injectable()
export class PushKeys implements OnModuleInit {
  private readonly box: SealedBox
  private keys: Promise<Keys> | undefined

  constructor(
    private readonly repository: PushKeyRepository,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {
    this.box = new SealedBox(env.appSecret, 'push keys')
  }

  async onModuleInit(): Promise<void> {
    await this.repository.locked(async (tx, row) => {
      if (row !== undefined && this.box.open(row.sealedPrivateKey) !== undefined) return
      const { publicKey, jwk } = newPair()
      const sealedPrivateKey = this.box.seal(JSON.stringify(jwk))
      await this.repository.insert(tx, {
        id: v7(),
        publicKey,
        sealedPrivateKey,
        createdAt: this.clock.nowIso(),
      })
    })
  }

  /** What browsers subscribe to, in base64url. */
  async publicKey(): Promise<string> {
    return (await this.all()).publicKey
  }

  /** `Authorization` for a push service. */
  async authorization({ origin }: URL): Promise<string> {
    const { publicKey, privateKey } = await this.all()
    const { publicUrl } = this.env
    // They refuse http addresses; on this machine there is no other.
    const subject = publicUrl.protocol === 'https:' ? publicUrl.origin : 'mailto:no-reply@localhost.invalid'
    const token = await new SignJWT({})
      .setProtectedHeader({ typ: 'JWT', alg: ALGORITHM })
      .setAudience(origin)
      .setSubject(subject)
      // By the clock on the wall: the push service has no test clock.
      .setExpirationTime(Math.floor(Date.now() / 1000) + SIGNED_FOR_SECONDS)
      .sign(privateKey)
    return `vapid t=${token}, k=${publicKey}`
  }

  private all(): Promise<Keys> {
    this.keys ??= this.load().catch((error: unknown) => {
      // A store that was away must be asked again.
      this.keys = undefined
      throw error
    })
    return this.keys
  }

  private async load(): Promise<Keys> {
    const row = await this.repository.newest()
    const opened = row === undefined ? undefined : this.box.open(row.sealedPrivateKey)
    if (row === undefined || opened === undefined) throw new Error('There is no push key of this APP_SECRET')
    const key = await importJWK(JSON.parse(opened) as JWK, ALGORITHM)
    if (key instanceof Uint8Array) throw new Error('A push key is a pair, not a secret')
    return { publicKey: row.publicKey, privateKey: key }
  }
}

function newPair() {
  const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })
  const point = [jwk.x, jwk.y].map((part) => Buffer.from(part ?? '', 'base64url'))
  return { publicKey: Buffer.concat([Buffer.from([4]), ...point]).toString('base64url'), jwk }
}
