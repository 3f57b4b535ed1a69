import { createHash, createHmac, hkdfSync, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { ENV, type Env } from '../../env.ts'

/** Secrets that a person carries back to us, and what of them is kept. */
@Injectable()
export class Secrets {
  private readonly key: Buffer

  constructor(@Inject(ENV) env: Env) {
    this.key = Buffer.from(hkdfSync('sha256', env.appSecret, 'streamline', 'codes', 32))
  }

  /** 256 bits, for links. */
  token(): string {
    return randomBytes(32).toString('base64url')
  }

  hashOfToken(token: string): Buffer {
    return createHash('sha256').update(token).digest()
  }

  /** Six digits, for hands. */
  code(): string {
    return String(randomInt(1_000_000)).padStart(6, '0')
  }

  /** Keyed, because a million codes are soon tried; bound to what the code is for. */
  hashOfCode(code: string, purpose: string): Buffer {
    return createHmac('sha256', this.key).update(`${purpose}\n${code}`).digest()
  }

  isSame(one: Buffer, other: Buffer): boolean {
    return one.length === other.length && timingSafeEqual(one, other)
  }
}
