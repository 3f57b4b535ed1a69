import { Injectable } from '@nestjs/common'
import { v7 } from 'uuid'
import { Clock } from '../../platform/clock/clock.ts'
import type { Actor, RequestOrigin } from '../../platform/http/actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { Limits } from '../../platform/limits/limits.ts'
import { networkOf } from '../../platform/limits/network.ts'
import { ifPossible } from '../../platform/postgres/outage.ts'
import { Postgres, type Queries, type Tx } from '../../platform/postgres/postgres.ts'
import { Secrets } from '../../platform/secrets/secrets.ts'
import { AuditService } from '../audit/audit.service.ts'
import { invitationLimits } from './household.limits.ts'
import { HouseholdsService } from './households.service.ts'
import { presentPreview } from './invitation.presenter.ts'
import { InvitationRepository, type OpenedInvitation } from './invitation.repository.ts'
import { assertRoom } from './member-count.ts'
import { MemberRepository } from './member.repository.ts'

/** Who accepts an invitation. */
export interface Newcomer {
  userId: string
  name: string
  origin: RequestOrigin
}

/** Coming into a household by an invitation. */
@Injectable()
export class JoiningService {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly members: MemberRepository,
    private readonly households: HouseholdsService,
    private readonly secrets: Secrets,
    private readonly audit: AuditService,
    private readonly limits: Limits,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
  ) {}

  /** For anybody who holds the link. */
  async preview(token: string, origin: RequestOrigin) {
    // A limit that cannot be counted takes nothing away from who only reads: nobody guesses such a token.
    await ifPossible(() => this.limits.require(invitationLimits.network, networkOf(origin.address)))
    return presentPreview(await this.open(this.postgres, token))
  }

  async accept(actor: Actor, token: string) {
    if (actor.demo) throw new ProblemError('forbidden')
    await this.limits.require(invitationLimits.network, networkOf(actor.origin.address))
    const joined = await this.postgres.transaction((tx) => this.acceptIn(tx, token, actor))
    return this.households.presented(joined.householdId, joined.memberId)
  }

  /** Joins as a part of something larger. One use is taken, or nothing happens. */
  async acceptIn(tx: Tx, token: string, { userId, name, origin }: Newcomer) {
    const invitation = await this.open(tx, token)
    const { householdId } = invitation
    await this.members.lockHousehold(tx, householdId)
    const known = await this.members.ofUser(tx, householdId, userId)
    if (known !== undefined && known.leftOn === null)
      throw new ProblemError('already-member', 'You belong to this household already.')
    if (!(await this.invitations.use(tx, invitation.id, this.clock.nowIso())))
      throw new ProblemError('link-expired')
    const memberId = await this.comeIn(tx, invitation, { userId, name, origin }, known?.id)
    await this.households.touch(tx, householdId)
    const detail = { householdId, household: invitation.householdName, role: invitation.role }
    await this.audit.record(
      { event: 'household-joined', actorId: userId, subjectId: userId, origin, detail },
      tx,
    )
    return { householdId, memberId }
  }

  /** As the person they were before, as the person whom the invitation is for, or as somebody new. */
  private async comeIn(
    tx: Tx,
    { householdId, memberId, role, timeZone }: OpenedInvitation,
    { userId, name }: Newcomer,
    formerId: string | undefined,
  ): Promise<string> {
    const on = this.households.today({ timeZone })
    if (formerId !== undefined) {
      await assertRoom(this.members, tx, householdId)
      await this.members.comeBack(tx, formerId, role, on)
      return formerId
    }
    if (memberId !== null) {
      if (!(await this.members.bind(tx, { householdId, id: memberId, userId, role, on })))
        throw new ProblemError('link-expired')
      return memberId
    }
    await assertRoom(this.members, tx, householdId)
    const id = v7()
    const createdAt = this.clock.nowIso()
    await this.members.insert(tx, { id, householdId, userId, name, role, joinedOn: on, createdAt })
    return id
  }

  private async open(on: Queries, token: string): Promise<OpenedInvitation> {
    const hash = this.secrets.hashOfToken(token)
    const invitation = await this.invitations.byToken(on, hash, this.clock.nowIso())
    if (invitation === undefined) throw new ProblemError('link-expired')
    return invitation
  }
}
