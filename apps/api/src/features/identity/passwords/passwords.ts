import { randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Algorithm, hash, verify } from '@node-rs/argon2'

/** OWASP's second choice of argon2id: 19 MiB, two passes. */
const cost = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const currentCost = '$argon2id$v=19$m=19456,t=2,p=1$'

@Injectable()
export class Passwords {
  private decoy: Promise<string> | undefined

  hash(password: string): Promise<string> {
    return hash(password, cost)
  }

  /** Without a stored hash the work is the same and the answer no, so that time tells nobody who has an account. */
  async matches(password: string, stored: string | null): Promise<boolean> {
    this.decoy ??= hash(randomBytes(24).toString('base64'), cost)
    const isRight = await verify(stored ?? (await this.decoy), password)
    return isRight && stored !== null
  }

  isOutdated(stored: string): boolean {
    return !stored.startsWith(currentCost)
  }
}
