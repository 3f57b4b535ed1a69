import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { ENV, type Env } from '../../../env.ts'

/** Opaque tokens of 256 bits, kept only as hashes. */
@Injectable()
export class RefreshTokensService {
  private readonly key: Buffer

  constructor(@Inject(ENV) env: Env) {
    this.key = Buffer.from(hkdfSync('sha256', env.appSecret, 'streamline', 'refresh tokens', 32))
  }

  first(): string {
    return randomBytes(32).toString('base64url')
  }

  /**
   * What a token is exchanged for. It follows from the token and a secret, so that a repeated request whose first
   * answer was lost gets the same successor, and a family never has two live tokens.
   */
  successorOf(token: string): string {
    return createHmac('sha256', this.key).update(token).digest('base64url')
  }

  hashOf(token: string): Buffer {
    return createHash('sha256').update(token).digest()
  }
}
