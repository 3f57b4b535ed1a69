import { Injectable, type OnModuleInit } from '@nestjs/common'
import { statusOf, type CalendarDate } from '@streamline/domain'
import type { HouseholdActor } from '../../platform/http/actor.ts'
import { invalidInput, ProblemError } from '../../platform/http/problem.ts'
import { Postgres, type Tx } from '../../platform/postgres/postgres.ts'
import { JobHandlers } from '../../platform/queue/job-handlers.ts'
import { Jobs } from '../../platform/queue/jobs.ts'
import type { LineRow } from '../lines/line.types.ts'
import { LinesService, type Named } from '../lines/lines.service.ts'
import { lineJob } from './line.job.ts'
import { ATTEMPTS } from './subscription-changes.service.ts'
import type { SubscriptionDocument } from './subscription.document.ts'
import { SubscriptionRepository } from './subscription.repository.ts'

/** What a body says about the number: as it is written, or which of the household. */
interface Said {
  readonly line?: string | undefined
  readonly lineId?: string | undefined
}

export type Reference = Pick<SubscriptionDocument, 'line' | 'lineId'>

const NONE: Reference = { line: null, lineId: null }

/**
 * Which number a subscription is on. The number is made first and the subscription written after it: what a crash leaves between the
 * two is a number with nothing on it.
 */
@Injectable()
export class SubscriptionLinesService implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly jobs: Jobs,
    private readonly lines: LinesService,
    private readonly repository: SubscriptionRepository,
    private readonly postgres: Postgres,
  ) {}

  onModuleInit(): void {
    this.handlers.handle(lineJob, ({ householdId, lineId }) => this.follow(householdId, lineId))
  }

  /** The subscription on the number that was said, or, where nothing was, on its own as its kind and privacy are now. */
  async onLine(
    subscription: SubscriptionDocument,
    said: Said,
    household: HouseholdActor,
    before?: SubscriptionDocument,
  ): Promise<SubscriptionDocument> {
    if (said.line !== undefined && said.lineId !== undefined)
      throw invalidInput('/lineId', 'is said beside another `line`: say one of them')
    const { line } = subscription
    if (said.line === '') return { ...subscription, ...NONE }
    if (said.line === undefined && said.lineId === undefined) {
      if (line === null || (before !== undefined && isSettled(subscription, before))) return subscription
      return { ...subscription, ...(await this.claim(subscription, line, household)) }
    }
    const number =
      said.lineId === undefined
        ? (said.line ?? '')
        : await this.numberOf(said.lineId, subscription.kind, household)
    return { ...subscription, ...(await this.claim(subscription, number, household)) }
  }

  /** After it was written: a number that went meanwhile is only text again, and one that it left with nothing on it goes. */
  async settle(
    subscription: SubscriptionDocument,
    household: HouseholdActor,
    before?: SubscriptionDocument,
  ): Promise<void> {
    const { lineId } = subscription
    const { id: householdId, country, memberId } = household
    const hasLeft = before !== undefined && before.lineId !== null && before.lineId !== lineId
    // Who took it away or hid it at this moment did not see what was just put on it.
    if (lineId !== null && lineId !== before?.lineId) {
      const held = await this.lines.held(householdId, lineId)
      if (held === undefined) await this.follow(householdId, lineId)
      else if (!isOpenTo(held, subscription)) await this.claimAnew(subscription, household)
    }
    const wasShared = before?.visibility === 'shared' && (hasLeft || subscription.visibility === 'private')
    if (wasShared && before.line !== null)
      await this.conceal({ householdId, country, kind: before.kind, number: before.line })
    if (hasLeft && before.lineId !== null) await this.drop(householdId, before.lineId, memberId)
  }

  /**
   * A number that everybody knew, with only private subscriptions left on it, is known to their owners only: else a new pack on it, or
   * a refusal, would tell that there is something. Answers whether it was one.
   */
  async conceal(named: Named): Promise<boolean> {
    const line = await this.lines.shared(named)
    if (line === undefined) return false
    const { householdId } = named
    const found = async () => {
      const on = await this.repository.onLines(householdId, [line.id])
      const counted = on.filter(({ withdrawn }) => !withdrawn)
      const isHidden = counted.length > 0 && counted.every(({ visibility }) => visibility === 'private')
      return isHidden ? on : []
    }
    const [owner] = (await found()).flatMap(({ withdrawn, ownerId }) => (withdrawn ? [] : [ownerId]))
    if (owner === undefined) return false
    const on = await this.postgres.transaction(async (tx) => {
      await this.lines.hideIn(tx, line, owner)
      const then = await found()
      if (then.length === 0) throw new ProblemError('unavailable', 'Too many changes at once, try again.')
      return then
    })
    for (const subscription of on) {
      if (subscription.visibility === 'private')
        await this.claimAnew(subscription, { country: named.country })
      else await this.refer(subscription.id, (now) => ({ line: now.line, lineId: null }))
    }
    await this.lines.told(householdId)
    return true
  }

  /** What is on a number that is not there for it is put on the one that is. */
  private async claimAnew(
    { id, line, ownerId, ...rest }: SubscriptionDocument,
    { country }: Pick<HouseholdActor, 'country'>,
  ): Promise<void> {
    if (line === null) return
    const claimed = await this.claim({ id, line, ownerId, ...rest }, line, { country, memberId: ownerId })
    await this.refer(id, (now) => (now.line === line ? claimed : now))
  }

  /** All that is or was on these numbers, whoever may see it, by name; the caller has checked who asks. */
  on(householdId: string, lineIds: readonly string[]): Promise<SubscriptionDocument[]> {
    return lineIds.length === 0 ? Promise.resolve([]) : this.repository.onLines(householdId, lineIds)
  }

  /** Leaves the documents of a number to follow it, as a part of what changes the number. Answers the job. */
  followIn(tx: Tx, householdId: string, lineId: string): Promise<string> {
    return this.jobs.enqueue(tx, lineJob, { householdId, lineId }, { isOwn: true })
  }

  /** Takes a number away, as a part of that: `in-use` while something is on it or is to come. */
  async removeIn(tx: Tx, { householdId, id }: LineRow, today: CalendarDate): Promise<void> {
    await this.lines.removeIn(tx, householdId, id)
    const on = await this.repository.onLines(householdId, [id])
    if (on.some((subscription) => isServing(subscription, today))) throw new ProblemError('in-use')
  }

  /** Copies in the documents are made what the number is now; without a number they are only text. */
  private async follow(householdId: string, lineId: string): Promise<void> {
    const number = await this.lines.numberOf(householdId, lineId)
    for (const { id } of await this.repository.onLines(householdId, [lineId]))
      await this.refer(id, ({ line }) =>
        number === undefined ? { line, lineId: null } : { line: number, lineId },
      )
    await this.lines.told(householdId)
  }

  /** Nobody did this to the subscription: it has a new revision and no act. */
  async refer(id: string, to: (subscription: SubscriptionDocument) => Reference): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const subscription = await this.repository.get(id)
      if (subscription === null) return
      const { line, lineId } = to(subscription)
      if (line === subscription.line && lineId === subscription.lineId) return
      const stored = await this.repository.replace({ ...subscription, line, lineId }, subscription.revision)
      if (stored !== null) return
      if (attempt === ATTEMPTS) throw new ProblemError('unavailable', 'Too many changes at once, try again.')
    }
  }

  /** The number of a subscription as a line; the subscription says who may know it. */
  async claim(
    subscription: SubscriptionDocument,
    number: string,
    { country, memberId }: Pick<HouseholdActor, 'country' | 'memberId'>,
  ): Promise<Reference> {
    const { householdId, kind, visibility, ownerId, usedBy } = subscription
    const [only, ...others] = usedBy
    const named = { householdId, country, kind, number }
    const wanted = {
      ...named,
      memberId,
      privateTo: visibility === 'private' ? ownerId : null,
      whose: only !== undefined && others.length === 0 ? only : null,
    }
    const found = await this.lines.claim(wanted)
    const isHidden = found.privateTo === null && (await this.conceal(named))
    const line = isHidden ? await this.lines.claim(wanted) : found
    return { line: line.number, lineId: line.id }
  }

  private async numberOf(
    lineId: string,
    kind: SubscriptionDocument['kind'],
    { id, memberId }: HouseholdActor,
  ) {
    const line = await this.lines.one(id, lineId, memberId)
    if (line !== undefined && line.kind === kind) return line.number
    const message = line === undefined ? 'is no number of this household' : `is a number of ${line.kind}`
    throw new ProblemError('unknown-line', undefined, { errors: [{ pointer: '/lineId', message }] })
  }

  /** One that has a name was cared for: it stays. */
  private async drop(householdId: string, lineId: string, memberId: string): Promise<void> {
    const line = await this.lines.one(householdId, lineId, memberId)
    if (line === undefined || line.name !== null) return
    await this.postgres
      .transaction(async (tx) => {
        await this.lines.removeIn(tx, householdId, lineId)
        if ((await this.repository.onLines(householdId, [lineId])).length > 0)
          throw new ProblemError('in-use')
      })
      .catch((error: unknown) => {
        if (!(error instanceof ProblemError && error.code === 'in-use')) throw error
      })
  }
}

const isOpenTo = ({ privateTo }: Pick<LineRow, 'privateTo'>, { visibility, ownerId }: SubscriptionDocument) =>
  privateTo === null || (visibility === 'private' && privateTo === ownerId)

const isSettled = (now: SubscriptionDocument, before: SubscriptionDocument): boolean =>
  before.lineId !== null && now.kind === before.kind && now.visibility === before.visibility

/** What was added by mistake never served, what is over does not any more. */
export const isServing = ({ withdrawn, facts }: SubscriptionDocument, today: CalendarDate): boolean =>
  !withdrawn && statusOf(facts, today) !== 'expired'
