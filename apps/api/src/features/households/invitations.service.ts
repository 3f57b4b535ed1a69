import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import type { contract } from '@streamline/contract'
import { ENV, type Env } from '../../env.ts'
import { Clock } from '../../platform/clock/clock.ts'
import { Ticks } from '../../platform/clock/ticks.ts'
import type { Act } from '../../platform/http/act.ts'
import type { Actor, HouseholdActor } from '../../platform/http/actor.ts'
import type { Call } from '../../platform/http/call.ts'
import { invalidInput, ProblemError } from '../../platform/http/problem.ts'
import { Limits } from '../../platform/limits/limits.ts'
import { normalisedEmail } from '../../platform/mail/normalised-email.ts'
import { Outbox } from '../../platform/mail/outbox.ts'
import { Postgres, type Queries, type Tx } from '../../platform/postgres/postgres.ts'
import { Secrets } from '../../platform/secrets/secrets.ts'
import { AuditService } from '../audit/audit.service.ts'
import { invitationLimits } from './household.limits.ts'
import { lockAs } from './household-lock.ts'
import { HouseholdsService } from './households.service.ts'
import { invitationMail } from '../letters/invitation.mail.ts'
import { pageOfInvitations, positionOf } from './invitation-page.ts'
import { presentInvitation } from './invitation.presenter.ts'
import { InvitationRepository, type InvitedRole } from './invitation.repository.ts'
import { MemberRepository } from './member.repository.ts'

type Draft = Omit<Call<typeof contract.invitations.create>['input'], 'householdId'>
type PageInput = Pick<Call<typeof contract.invitations.list>['input'], 'limit' | 'cursor'>

const DAY = 86_400_000
const DEFAULT_DAYS = 7
const MOST_OPEN = 50

/** Ways into a household: who may open one, and how far. */
@Injectable()
export class InvitationsService implements OnModuleInit {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly members: MemberRepository,
    private readonly households: HouseholdsService,
    private readonly outbox: Outbox,
    private readonly secrets: Secrets,
    private readonly audit: AuditService,
    private readonly limits: Limits,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
    private readonly ticks: Ticks,
    @Inject(ENV) private readonly env: Env,
  ) {
    outbox.register(invitationMail)
  }

  onModuleInit(): void {
    this.ticks.register({ name: 'invitations', run: () => this.invitations.purge(this.clock.nowIso()) })
  }

  async list(actor: Actor, page: PageInput) {
    const { id } = this.households.require(actor, 'invitations.read')
    const { limit = 50, cursor } = page
    const rows = await this.invitations.open(id, this.clock.nowIso(), positionOf(cursor), limit + 1)
    return pageOfInvitations(rows, limit, presentInvitation)
  }

  /** The only time that the token of a link is seen; that of a letter is seen by who reads the letter. */
  async create(actor: Actor, draft: Draft, act: Act) {
    const household = this.households.require(actor, 'invitations.create')
    this.assertMayInvite(household, draft.role)
    if (actor.demo || !actor.emailVerified) throw new ProblemError('email-not-verified')
    const { memberId = null, maxUses = 1, expiresInDays = DEFAULT_DAYS } = draft
    const isForOne = draft.email !== undefined || memberId !== null
    if (isForOne && maxUses > 1) throw invalidInput('/maxUses', 'is 1 where it is for one person')
    const email = draft.email === undefined ? null : normalisedEmail(draft.email)
    await this.requireLimits(actor, household, email)
    const token = this.secrets.token()
    const now = this.clock.now()
    return this.postgres.transaction(async (tx) => {
      await lockAs(this.members, tx, household)
      await this.assertRoom(tx, household.id)
      if (memberId !== null) await this.assertWithoutAccount(tx, household.id, memberId)
      await this.invitations.insert(tx, {
        id: act.id,
        householdId: household.id,
        tokenHash: this.secrets.hashOfToken(token),
        email,
        role: draft.role,
        memberId,
        invitedBy: household.memberId,
        createdAt: new Date(now).toISOString(),
        expiresAt: new Date(now + expiresInDays * DAY).toISOString(),
        maxUses,
      })
      if (draft.email !== undefined) {
        const to = { email: draft.email, locale: draft.locale ?? 'en' }
        await this.outbox.post(tx, invitationMail, to, {
          by: actor.email,
          days: String(expiresInDays),
          url: new URL(`/invite#token=${token}`, this.env.publicUrl).href,
        })
      }
      await this.households.touch(tx, household.id)
      await this.record(tx, actor, 'member-invited', household, draft.role)
      const row = await this.invitations.one(tx, household.id, act.id)
      if (row === undefined) throw new ProblemError('not-found')
      const answer = { ...presentInvitation(row), token: email === null ? token : null }
      return act.answer(tx, answer, { isSecret: true })
    })
  }

  /** Who has joined by it stays. */
  async revoke(actor: Actor, id: string): Promise<void> {
    const household = this.households.require(actor, 'invitations.revoke')
    await this.postgres.transaction(async (tx) => {
      await lockAs(this.members, tx, household)
      const row = await this.invitations.one(tx, household.id, id)
      if (row === undefined) throw new ProblemError('not-found')
      this.assertMayInvite(household, row.role)
      await this.invitations.end(tx, id)
      await this.households.touch(tx, household.id)
      await this.record(tx, actor, 'invitation-revoked', household, row.role)
    })
  }

  /** Part of deleting an account: what waits for its address. */
  async forgetTo(on: Queries, email: string): Promise<void> {
    await this.invitations.endTo(on, normalisedEmail(email))
  }

  private assertMayInvite(household: HouseholdActor, role: InvitedRole): void {
    if (role === 'manager' && !this.households.may(household, 'invitations.inviteManagers'))
      throw new ProblemError('forbidden')
  }

  private async requireLimits(actor: Actor, household: HouseholdActor, email: string | null): Promise<void> {
    await this.limits.requireAll(
      [invitationLimits.person, actor.userId],
      [invitationLimits.household, household.id],
      ...(email === null ? [] : [[invitationLimits.address, email] as const]),
    )
  }

  private async assertRoom(tx: Tx, householdId: string): Promise<void> {
    if ((await this.invitations.count(tx, householdId, this.clock.nowIso())) < MOST_OPEN) return
    throw new ProblemError('too-many-kept', `${MOST_OPEN} open invitations are enough; revoke one first.`)
  }

  private async assertWithoutAccount(tx: Tx, householdId: string, memberId: string): Promise<void> {
    const member = await this.members.one(householdId, memberId, tx)
    if (member === undefined || member.leftOn !== null) {
      const errors = [{ pointer: '/memberId', message: 'must be somebody of this household' }]
      throw new ProblemError('unknown-member', undefined, { errors })
    }
    if (member.userId !== null) throw new ProblemError('already-member')
  }

  private async record(
    tx: Tx,
    actor: Actor,
    event: 'member-invited' | 'invitation-revoked',
    { id: householdId, name: household }: HouseholdActor,
    role: string,
  ): Promise<void> {
    await this.audit.own(actor, event, tx, { householdId, household, role })
  }
}
