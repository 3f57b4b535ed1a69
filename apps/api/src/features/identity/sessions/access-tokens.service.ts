import { Inject, Injectable } from '@nestjs/common'
import { errors, jwtVerify, SignJWT } from 'jose'
import { validate } from 'uuid'
import { ENV, type Env } from '../../../env.ts'
import { Clock } from '../../../platform/clock/clock.ts'
import { ALGORITHM, SigningKeysService } from './signing-keys.service.ts'

const LIFETIME = 15 * 60_000
const AUDIENCE = 'streamline'
const TYPE = 'at+jwt'
/** Clocks of two machines differ; a token must not die of that. */
const TOLERANCE = 60_000
const MOST_REMEMBERED = 5000

export interface AccessClaims {
  userId: string
  sessionId: string
  /** Milliseconds since 1970. */
  expiresAt: number
}

/**
 * Access tokens: signed, 15 minutes, naming a session. The signature of a token is checked once and remembered; whether
 * its session still lives is asked at each request.
 */
@Injectable()
export class AccessTokensService {
  private readonly remembered = new Map<string, AccessClaims>()
  private readonly issuer: string

  constructor(
    private readonly keys: SigningKeysService,
    private readonly clock: Clock,
    @Inject(ENV) env: Env,
  ) {
    this.issuer = env.publicUrl.origin
  }

  async issue(userId: string, sessionId: string): Promise<{ token: string; expiresAt: string }> {
    const { id, privateKey } = await this.keys.current()
    const now = this.clock.now()
    const expiresAt = new Date(now + LIFETIME)
    const token = await new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: ALGORITHM, kid: id, typ: TYPE })
      .setIssuer(this.issuer)
      .setAudience(AUDIENCE)
      .setSubject(userId)
      .setIssuedAt(new Date(now))
      .setExpirationTime(expiresAt)
      .sign(privateKey)
    return { token, expiresAt: expiresAt.toISOString() }
  }

  /** The claims of a token that is ours and not expired, else undefined. */
  async verify(token: string): Promise<AccessClaims | undefined> {
    const known = this.remembered.get(token)
    const claims = known ?? (await this.verified(token))
    if (claims === undefined || claims.expiresAt + TOLERANCE <= this.clock.now()) {
      this.remembered.delete(token)
      return undefined
    }
    if (known === undefined) this.remember(token, claims)
    return claims
  }

  private async verified(token: string): Promise<AccessClaims | undefined> {
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => this.keyOf(kid), {
        algorithms: [ALGORITHM],
        issuer: this.issuer,
        audience: AUDIENCE,
        typ: TYPE,
        clockTolerance: TOLERANCE / 1000,
        currentDate: new Date(this.clock.now()),
        requiredClaims: ['sub', 'sid', 'exp'],
      })
      const { sub, sid, exp } = payload
      if (sub === undefined || !isUuid(sid) || exp === undefined) return undefined
      return { userId: sub, sessionId: sid, expiresAt: exp * 1000 }
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined
      throw error
    }
  }

  private async keyOf(kid: string | undefined) {
    const key = kid === undefined ? undefined : await this.keys.publicKey(kid)
    if (key === undefined) throw new errors.JWKSNoMatchingKey()
    return key
  }

  /** Bounded: the longest known is forgotten first. */
  private remember(token: string, claims: AccessClaims): void {
    const [oldest] = this.remembered.keys()
    if (this.remembered.size >= MOST_REMEMBERED && oldest !== undefined) this.remembered.delete(oldest)
    this.remembered.set(token, claims)
  }
}

const isUuid = (value: unknown): value is string => validate(value)
