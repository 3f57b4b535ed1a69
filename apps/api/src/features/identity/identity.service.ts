import { Injectable } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Locale } from '../../platform/mail/letter.ts'
import type { Queries, Tx } from '../../platform/postgres/postgres.ts'
import type { Addressee } from './letters/letter.types.ts'
import { clientContextOf } from './sessions/client-context.ts'
import { answerSession } from './sessions/session-answer.ts'
import type { ClientContext, SignedIn } from './sessions/session.types.ts'
import { RegistrationService } from './sign-in/registration.service.ts'
import { UserRepository } from './users/user.repository.ts'

/** What other features need of people without an account of their own, and of the way to reach those who have one. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly users: UserRepository,
    private readonly registration: RegistrationService,
  ) {}

  clientOf(request: FastifyRequest): ClientContext {
    return clientContextOf(request)
  }

  answer(reply: FastifyReply, signedIn: SignedIn, { transport }: ClientContext) {
    return answerSession(reply, signedIn, transport)
  }

  /** A visitor without a password, who is gone at `until`. */
  registerDemo(name: string, until: number, client: ClientContext): Promise<SignedIn> {
    return this.registration.registerDemo(name, until, client)
  }

  /** Demo visitors whose time is over, the longest gone first. */
  expiredDemos(nowMs: number, limit: number): Promise<string[]> {
    return this.users.expiredDemos(new Date(nowMs).toISOString(), limit)
  }

  /** Removes a demo visitor with every session; nobody else can be removed by this. */
  eraseDemo(tx: Tx, userId: string): Promise<void> {
    return this.users.eraseDemo(tx, userId)
  }

  /** The language in which somebody reads. */
  async localeOf(userId: string, on?: Queries): Promise<Locale> {
    return (await this.users.byId(userId, on))?.locale ?? 'en'
  }

  /** Where somebody gets letters that name others: only where they proved that the address is theirs. */
  async addresseeOf(on: Queries, userId: string): Promise<Addressee | undefined> {
    const user = await this.users.byId(userId, on)
    return user?.emailVerified === true ? { email: user.email, locale: user.locale } : undefined
  }
}
