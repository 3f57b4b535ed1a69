import { Injectable, type OnModuleInit } from '@nestjs/common'
import { v7 } from 'uuid'
import { Clock } from '../../../platform/clock/clock.ts'
import { Ticks } from '../../../platform/clock/ticks.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { Postgres, type Queries, type Tx } from '../../../platform/postgres/postgres.ts'
import { AuditService } from '../../audit/audit.service.ts'
import { LettersService } from '../letters/letters.service.ts'
import { beforeOf, pageOfRows, type PageInput } from '../../../platform/http/id-page.ts'
import { CHALLENGE_LIFETIME, RelyingPartyService } from './relying-party.service.ts'
import { PasskeyRepository, type ChallengePurpose, type PasskeyRow } from './passkey.repository.ts'
import { presentPasskey } from './passkey.presenter.ts'
import { Secrets } from '../../../platform/secrets/secrets.ts'
import { refuseDemo } from '../users/refuse-demo.ts'
import { UserRepository } from '../users/user.repository.ts'
import type { PasskeyAnswer } from './passkey.types.ts'

const MOST_KEPT = 20

/** Passkeys: made and removed by a person who has just proved who they are, and used by whoever holds them. */
@Injectable()
export class PasskeysService implements OnModuleInit {
  constructor(
    private readonly repository: PasskeyRepository,
    private readonly relyingParty: RelyingPartyService,
    private readonly users: UserRepository,
    private readonly secrets: Secrets,
    private readonly letters: LettersService,
    private readonly audit: AuditService,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
    private readonly ticks: Ticks,
  ) {}

  onModuleInit(): void {
    const run = () => this.repository.purge(this.clock.nowIso())
    this.ticks.register({ name: 'passkey-challenges', run })
  }

  async list({ userId }: Actor, { limit = 50, cursor }: PageInput) {
    const rows = await this.repository.ofUser(userId, beforeOf(cursor), limit + 1)
    return pageOfRows(rows, limit, presentPasskey)
  }

  async start(actor: Actor) {
    refuseDemo(actor)
    const [user, existing] = await Promise.all([this.users.byId(actor.userId), this.keysOf(actor.userId)])
    if (user === undefined) throw new ProblemError('session-ended')
    if (existing.length >= MOST_KEPT) throw new ProblemError('too-many-kept')
    return this.ask('register', user.id, await this.relyingParty.questionForNew(user, existing))
  }

  async add(actor: Actor, name: string, { challengeId, response }: PasskeyAnswer) {
    refuseDemo(actor)
    const challenge = await this.takeChallenge(challengeId, 'register', actor.userId)
    const kept = challenge === undefined ? undefined : await this.relyingParty.checkNew(response, challenge)
    if (kept === undefined) throw new ProblemError('passkey-refused')
    const { userId } = actor
    const row = { ...kept, id: v7(), userId, name, createdAt: this.clock.nowIso(), lastUsedAt: null }
    await this.postgres.transaction(async (tx) => {
      await this.users.lock(tx, userId)
      if ((await this.repository.count(userId, tx)) >= MOST_KEPT) throw new ProblemError('too-many-kept')
      if (!(await this.repository.insert(tx, row))) throw new ProblemError('passkey-refused')
      await this.audit.own(actor, 'passkey-added', tx, { passkeyId: row.id })
      await this.letters.securityChanged(tx, userId, 'passkey-added')
    })
    return presentPasskey(row)
  }

  async remove(actor: Actor, id: string): Promise<void> {
    refuseDemo(actor)
    const { userId } = actor
    await this.postgres.transaction(async (tx) => {
      const user = await this.users.lock(tx, userId)
      if (!(await this.repository.remove(tx, userId, id))) throw new ProblemError('not-found')
      if (user?.passwordHash === null && (await this.repository.waysIn(tx, userId)) === 0)
        throw new ProblemError('last-way-in')
      await this.audit.own(actor, 'passkey-removed', tx, { passkeyId: id })
      await this.letters.securityChanged(tx, userId, 'passkey-removed')
    })
  }

  async forget(tx: Tx, userId: string): Promise<void> {
    await this.repository.removeOf(tx, userId)
  }

  count(userId: string, on?: Queries): Promise<number> {
    return this.repository.count(userId, on)
  }

  /** A question for whoever holds a passkey of ours, or, as a second factor, for one person. */
  async question(userId: string | null) {
    const keys = userId === null ? null : await this.keysOf(userId)
    const purpose = userId === null ? 'sign-in' : 'second-factor'
    return this.ask(purpose, userId, await this.relyingParty.question(keys))
  }

  /** The challenge of an answer, once and for five minutes. */
  takeChallenge(id: string, purpose: ChallengePurpose, userId: string | null): Promise<string | undefined> {
    return this.repository.take(id, purpose, userId, this.clock.nowIso())
  }

  /** Whose passkey answered the challenge, and whether the device made sure who holds it; undefined for no right answer. */
  async accepts(
    tx: Tx,
    response: PasskeyAnswer['response'],
    challenge: string,
  ): Promise<{ userId: string; isVerified: boolean } | undefined> {
    const row = await this.repository.lock(tx, response.id)
    if (row === undefined) return undefined
    const use = await this.relyingParty.checkUse(response, challenge, row)
    if (use === undefined) return undefined
    await this.repository.used(tx, row.id, use, this.clock.nowIso())
    return { userId: row.userId, isVerified: use.isVerified }
  }

  private keysOf(userId: string): Promise<PasskeyRow[]> {
    return this.repository.ofUser(userId, beforeOf(undefined), MOST_KEPT)
  }

  private async ask(purpose: ChallengePurpose, userId: string | null, options: { challenge: string }) {
    const id = this.secrets.token()
    const expiresAt = new Date(this.clock.now() + CHALLENGE_LIFETIME).toISOString()
    await this.repository.ask({ id, purpose, userId, challenge: options.challenge, expiresAt })
    return { challengeId: id, options: Object.fromEntries<unknown>(Object.entries(options)) }
  }
}
