import { Inject, Injectable, Logger } from '@nestjs/common'
import { v7 } from 'uuid'
import { ENV, type Env } from '../../env.ts'
import { Clock } from '../../platform/clock/clock.ts'
import { anAct } from '../../platform/http/act.ts'
import type { Actor, HouseholdActor } from '../../platform/http/actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { Postgres } from '../../platform/postgres/postgres.ts'
import { HouseholdErasureService } from '../departure/household-erasure.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { MembersService } from '../households/members.service.ts'
import { IdentityService } from '../identity/identity.service.ts'
import type { ClientContext, SignedIn } from '../identity/sessions/session.types.ts'
import { HOUSEHOLD, OTHERS, VISITOR, type Family } from './demo-family.ts'
import { linesOn } from './demo-lines.ts'
import { streamsOn } from './demo-streams.ts'
import { DemoVisitRepository } from './demo-visit.repository.ts'
import { DemoWriterService } from './demo-writer.service.ts'

const HOUR = 3_600_000
const LIFETIME = 24 * HOUR
const MOST_PER_HOUR = 5
const ERASED_AT_ONCE = 50
const PLACE = { country: 'IN', currency: 'INR', timeZone: 'Asia/Kolkata' }

/** A household of its own for everybody who looks around. It sends nothing to anybody and is gone after a day. */
@Injectable()
export class DemoService {
  private readonly log = new Logger(DemoService.name)

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly clock: Clock,
    private readonly postgres: Postgres,
    private readonly identity: IdentityService,
    private readonly households: HouseholdsService,
    private readonly members: MembersService,
    private readonly erasure: HouseholdErasureService,
    private readonly visits: DemoVisitRepository,
    private readonly writer: DemoWriterService,
  ) {}

  async start(client: ClientContext): Promise<SignedIn> {
    if (!this.env.isDemoOffered) throw new ProblemError('not-found')
    await this.assertNotTooMany(client.address)
    const visitor = await this.identity.registerDemo(VISITOR, this.clock.now() + LIFETIME, client)
    try {
      await this.furnish(visitor, client)
      return visitor
    } catch (error) {
      await this.erase(visitor.user.id)
      throw error
    }
  }

  /** Removes the visitors whose day is over. No person asks here, so there is no access to check. */
  async eraseExpired(nowMs: number): Promise<number> {
    await this.visits.purge(nowMs - HOUR)
    const userIds = await this.identity.expiredDemos(nowMs, ERASED_AT_ONCE)
    for (const userId of userIds) await this.erase(userId)
    if (userIds.length > 0) this.log.log(`Erased ${userIds.length} demo households`)
    return userIds.length
  }

  private async assertNotTooMany(address: string): Promise<void> {
    const now = this.clock.now()
    const oldest = await this.visits.note(address, now, now - HOUR, MOST_PER_HOUR)
    if (oldest === null) return
    const retryAfter = Math.max(1, Math.ceil((oldest + HOUR - now) / 1000))
    throw new ProblemError('too-many-requests', 'Five demo households an hour are enough.', { retryAfter })
  }

  private async furnish({ user }: SignedIn, origin: ClientContext): Promise<void> {
    const id = v7()
    const owner = { userId: user.id, name: user.name }
    const memberId = await this.postgres.transaction((tx) =>
      this.households.createIn(tx, { id, name: HOUSEHOLD, owner, ...PLACE }),
    )
    const household: HouseholdActor = { id, memberId, role: 'owner', name: HOUSEHOLD, revision: 1, ...PLACE }
    const actor: Actor = {
      userId: user.id,
      name: user.name,
      email: user.email,
      emailVerified: false,
      sessionId: null,
      apiKeyId: null,
      confirmedAt: null,
      origin,
      permissions: new Set(),
      demo: true,
      household,
    }
    const family: Family = { asha: memberId, ravi: v7(), meera: v7(), aaji: v7() }
    for (const person of ['ravi', 'meera', 'aaji'] as const)
      await this.members.add(actor, { name: OTHERS[person] }, anAct(family[person]))
    const today = this.households.today(household)
    await this.writer.write(actor, household, family, [...streamsOn(today), ...linesOn(today)], today)
  }

  /** The visitor goes last: what a crash leaves is found again by the next round. */
  private async erase(userId: string): Promise<void> {
    const householdIds = await this.households.ownedBy(userId)
    for (const householdId of householdIds) await this.erasure.erase(householdId)
    await this.postgres.transaction((tx) => this.identity.eraseDemo(tx, userId))
  }
}
