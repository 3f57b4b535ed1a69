import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose'
import { ENV, type Env } from '../../../env.ts'
import { Clock } from '../../../platform/clock/clock.ts'
import { Ticks } from '../../../platform/clock/ticks.ts'
import { StartFailure } from '../../../platform/start-failure.ts'
import { SealedBox } from '../../../platform/secrets/sealed-box.ts'
import { SigningKeyRepository, type SigningKeyRow } from './signing-key.repository.ts'

export const ALGORITHM = 'EdDSA'

const DAY = 86_400_000
const SIGNS_FOR = 90 * DAY
/** The current and the previous one. */
const KEPT = 2

interface Keys {
  current: { id: string; privateKey: CryptoKey }
  publicKeys: ReadonlyMap<string, CryptoKey>
  jwks: { keys: JWK[] }
}

/** The keys of access tokens: rows, so that every process has the same; a new one each 90 days. */
@Injectable()
export class SigningKeys implements OnModuleInit {
  private readonly box: SealedBox
  private keys: Promise<Keys> | undefined

  constructor(
    private readonly repository: SigningKeyRepository,
    private readonly clock: Clock,
    private readonly ticks: Ticks,
    @Inject(ENV) env: Env,
  ) {
    this.box = new SealedBox(env.appSecret, 'signing keys')
  }

  async onModuleInit(): Promise<void> {
    this.ticks.register({ name: 'signing-keys', run: () => this.rotate() })
    await this.rotate()
    await this.all()
  }

  async current() {
    return (await this.all()).current
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
      if (newest !== undefined && Date.parse(newest.createdAt) + SIGNS_FOR > this.clock.now()) return 0
      await this.repository.insert(tx, await this.newKey())
      await this.repository.remove(
        tx,
        rows.slice(KEPT - 1).map(({ id }) => id),
      )
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
    const publicKeys = await Promise.all(
      rows.map(async ({ id, publicJwk }) => [id, await keyOf(publicJwk)] as const),
    )
    return {
      current: { id: newest.id, privateKey: await keyOf(this.privateJwkOf(newest)) },
      publicKeys: new Map(publicKeys),
      jwks: {
        keys: rows.map(({ id, publicJwk }) => ({ ...publicJwk, kid: id, alg: ALGORITHM, use: 'sig' })),
      },
    }
  }

  private privateJwkOf({ encryptedPrivateJwk }: SigningKeyRow): JWK {
    try {
      return JSON.parse(this.box.open(encryptedPrivateJwk)) as JWK
    } catch (error) {
      throw new StartFailure(
        'APP_SECRET is not the one this database was started with: set that one, or empty the table signing_keys',
        { cause: error },
      )
    }
  }
}

async function keyOf(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, ALGORITHM)
  if (key instanceof Uint8Array) throw new Error('A signing key is a pair, not a secret')
  return key
}
