import { Injectable } from '@nestjs/common'
import type { Act } from '../../platform/http/act.ts'
import type { Actor, HouseholdActor, RequestOrigin } from '../../platform/http/actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { Limits } from '../../platform/limits/limits.ts'
import { networkOf } from '../../platform/limits/network.ts'
import { ifPossible } from '../../platform/postgres/outage.ts'
import { Postgres, type Tx } from '../../platform/postgres/postgres.ts'
import { Secrets } from '../../platform/secrets/secrets.ts'
import { AuditService } from '../audit/audit.service.ts'
import { guestLinkLimit } from './household.limits.ts'
import { lockAs } from './household-lock.ts'
import { HouseholdsService } from './households.service.ts'
import { MemberRepository } from './member.repository.ts'
import type { LinkedPerson } from './member.types.ts'

/** Private links by which people without an account see what they owe. */
@Injectable()
export class GuestLinksService {
  constructor(
    private readonly members: MemberRepository,
    private readonly households: HouseholdsService,
    private readonly secrets: Secrets,
    private readonly audit: AuditService,
    private readonly limits: Limits,
    private readonly postgres: Postgres,
  ) {}

  /** A page on our address says whom to pay: only who has proved an address of their own may put one up. */
  async make(actor: Actor, memberId: string, act: Act): Promise<{ token: string }> {
    const household = this.households.require(actor, 'guestLinks.make')
    const token = this.secrets.token()
    return this.postgres.transaction(async (tx) => {
      await lockAs(this.members, tx, household)
      const member = await this.members.one(household.id, memberId, tx)
      if (member === undefined || member.leftOn !== null) throw new ProblemError('not-found')
      if (actor.demo || !actor.emailVerified) throw new ProblemError('email-not-verified')
      const hash = this.secrets.hashOfToken(token)
      if (!(await this.members.setGuestToken(tx, household.id, memberId, hash)))
        throw new ProblemError('illegal-transition', 'Who has an account signs in instead.')
      await this.households.touch(tx, household.id)
      await this.record(tx, actor, 'guest-link-made', household, member.name)
      return act.answer(tx, { token }, { isSecret: true })
    })
  }

  async revoke(actor: Actor, memberId: string): Promise<void> {
    const household = this.households.require(actor, 'guestLinks.revoke')
    await this.postgres.transaction(async (tx) => {
      const member = await this.members.one(household.id, memberId, tx)
      if (member === undefined) throw new ProblemError('not-found')
      if (!(await this.members.endGuestToken(tx, household.id, memberId))) return
      await this.households.touch(tx, household.id)
      await this.record(tx, actor, 'guest-link-revoked', household, member.name)
    })
  }

  /** The person of a link that still works. */
  async personOf(token: string, { address }: RequestOrigin): Promise<LinkedPerson> {
    // A limit that cannot be counted takes nothing away from who only reads: nobody guesses such a token.
    await ifPossible(() => this.limits.require(guestLinkLimit, networkOf(address)))
    const person = await this.members.byGuestToken(this.secrets.hashOfToken(token))
    if (person === undefined) throw new ProblemError('link-expired')
    return person
  }

  private async record(
    tx: Tx,
    actor: Actor,
    event: 'guest-link-made' | 'guest-link-revoked',
    { id: householdId, name: household }: HouseholdActor,
    name: string,
  ): Promise<void> {
    await this.audit.own(actor, event, tx, { householdId, household, name })
  }
}
