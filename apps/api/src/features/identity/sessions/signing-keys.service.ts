import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose'
import { ENV, type Env } from '../../../env.ts'
import { Clock } from '../../../platform/clock/clock.ts'
import { Ticks } from '../../../platform/clock/ticks.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { StartFailure } from '../../../platform/start-failure.ts'
import { SealedBox } from '../../../platform/secrets/sealed-box.ts'
import { SigningKeyRepository, type SigningKeyRow } from './signing-key.repository.ts'

export const ALGORITHM = 'EdDSA'

const DAY = 86_400_000
const SIGNS_FOR = 90 * DAY
/** The current and the previous one. */
const KEPT = 2

interface Keys {
  /** Absent where another process has made it under another secret. */
  current: { id: string; privateKey: CryptoKey } | undefined
  publicKeys: ReadonlyMap<string, CryptoKey>
  jwks: { keys: JWK[] }
}

/** The keys of access tokens: rows, so that every process has the same; a new one each 90 days. */
@Injectable()
export class SigningKeysService implements OnModuleInit {
  private readonly log = new Logger('Signing keys')
  private readonly box: SealedBox
  private keys: Promise<Keys> | undefined

  constructor(
    private readonly repository: SigningKeyRepository,
    private readonly clock: Clock,
    private readonly ticks: Ticks,
    @Inject(ENV) private readonly env: Env,
  ) {
    this.box = new SealedBox(env.appSecret, 'signing keys')
  }

  async onModuleInit(): Promise<void> {
    this.ticks.register({ name: 'signing-keys', run: () => this.rotate() })
    await this.rotate()
    await this.all()
  }

  async current() {
    const { current } = await this.all()
    if (current !== undefined) return current
    throw new ProblemError(
      'unavailable',
      'This process was started with another APP_SECRET than the newest one.',
    )
  }

  async jwks() {
    return (await this.all()).jwks
  }

  /** The key of an id. One we do not know may be another process's new one: the rows are asked once more. */
  async publicKey(id: string): Promise<CryptoKey | undefined> {
    const known = (await this.all()).publicKeys.get(id)
    if (known !== undefined) return known
    if (!(await this.repository.all()).some((row) => row.id === id)) return undefined
    this.keys = undefined
    return (await this.all()).publicKeys.get(id)
  }

  private async rotate(): Promise<number> {
    const made = await this.repository.locked(async (tx, rows) => {
      const [newest] = rows
      const isLost = newest !== undefined && this.isLost(newest)
      if (newest !== undefined && !isLost && Date.parse(newest.createdAt) + SIGNS_FOR > this.clock.now())
        return 0
      await this.repository.insert(tx, await this.newKey())
      const gone = rows.slice(isLost ? 0 : KEPT - 1).map(({ id }) => id)
      await this.repository.remove(tx, gone)
      return 1
    })
    if (made > 0) this.keys = undefined
    return made
  }

  private async newKey() {
    const pair = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true })
    const publicJwk = await exportJWK(pair.publicKey)
    const encryptedPrivateJwk = this.box.seal(JSON.stringify(await exportJWK(pair.privateKey)))
    const id = await calculateJwkThumbprint(publicJwk)
    return { id, algorithm: ALGORITHM, publicJwk, encryptedPrivateJwk, createdAt: this.clock.nowIso() }
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
    const rows = await this.repository.all()
    const [newest] = rows
    if (newest === undefined) throw new Error('There is no signing key')
    const sealed = this.box.open(newest.encryptedPrivateJwk)
    const publicKeys = await Promise.all(
      rows.map(async ({ id, publicJwk }) => [id, await keyOf(publicJwk)] as const),
    )
    return {
      current:
        sealed === undefined
          ? undefined
          : { id: newest.id, privateKey: await keyOf(JSON.parse(sealed) as JWK) },
      publicKeys: new Map(publicKeys),
      jwks: {
        keys: rows.map(({ id, publicJwk }) => ({ ...publicJwk, kid: id, alg: ALGORITHM, use: 'sig' })),
      },
    }
  }

  /**
   * Whether the secret of a key is gone and its operator says so. An APP_SECRET that is merely wrong must not pass: what
   * else it seals would be lost as well.
   */
  private isLost({ id, encryptedPrivateJwk }: SigningKeyRow): boolean {
    if (this.box.open(encryptedPrivateJwk) !== undefined) return false
    if (this.env.lostSigningKey !== id) throw new StartFailure(wrongSecret(id))
    this.log.warn('The signing keys of the lost APP_SECRET are given up')
    return true
  }
}

/** Names all that is sealed, by the purposes it is sealed for. */
const wrongSecret = (keyId: string) =>
  'APP_SECRET is not the one this database was started with, and cannot open what that one sealed: signing keys, ' +
  'authenticator apps (TOTP), mails and other messages not sent yet, answers kept for repeated requests, codes sent to phones, lost ' +
  'refresh tokens, push keys, webhooks of people, links in letters that unsubscribe or act (letter links), and identities on their way in by sign-ins elsewhere (OIDC). Set the former one. If it is gone for ' +
  `good, start with APP_SECRET_LOST=${keyId}: signing keys are made anew, who has an authenticator app signs in by ` +
  'recovery code or passkey and sets it up again, browsers get notifications again once they were opened, and the rest is dropped'

async function keyOf(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, ALGORITHM)
  if (key instanceof Uint8Array) throw new Error('A signing key is a pair, not a secret')
  return key
}
