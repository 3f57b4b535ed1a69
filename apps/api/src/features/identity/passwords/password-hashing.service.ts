import { randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Algorithm, hash, verify } from '@node-rs/argon2'

/** OWASP's second choice of argon2id: 19 MiB, two passes. */
const cost = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const currentCost = '$argon2id$v=19$m=19456,t=2,p=1$'

@Injectable()
export class PasswordHashingService {
  private decoy: Promise<string> | undefined

  /** The same text has one hash, however a keyboard or a system codes its letters (NIST SP 800-63B-4, 3.1.1.2: NFC). */
  hash(password: string): Promise<string> {
    return hash(password.normalize('NFC'), cost)
  }

  /**
   * Without a stored hash the work is the same and the answer no, so that time tells nobody who has an account. Hashes
   * that are older than the rule of one form were made of what was typed.
   */
  async matches(password: string, stored: string | null): Promise<boolean> {
    this.decoy ??= hash(randomBytes(24).toString('base64'), cost)
    const against = stored ?? (await this.decoy)
    const normal = password.normalize('NFC')
    const isRight =
      (await verify(against, normal)) || (normal !== password && (await verify(against, password)))
    return isRight && stored !== null
  }

  /** Whether a right password should be hashed again: cheaply hashed, or as it was typed. */
  async needsNewHash(stored: string, password: string): Promise<boolean> {
    if (!stored.startsWith(currentCost)) return true
    const normal = password.normalize('NFC')
    return normal !== password && !(await verify(stored, normal))
  }
}
