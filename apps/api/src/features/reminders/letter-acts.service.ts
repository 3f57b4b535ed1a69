import { Injectable } from '@nestjs/common'
import { addDays, outstandingOf } from '@streamline/domain'
import { v5 } from 'uuid'
import { Clock } from '../../platform/clock/clock.ts'
import type { Actor } from '../../platform/http/actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { Postgres, type Tx } from '../../platform/postgres/postgres.ts'
import { BillingReaderService } from '../billing/billing-reader.service.ts'
import { PaymentsService } from '../billing/payments/payments.service.ts'
import { HouseholdFollowingService } from '../households/household-following.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import type { HouseholdPerson } from '../households/member.types.ts'
import { ActsService } from '../subscriptions/acts.service.ts'
import { LetterActRepository } from './letter-act.repository.ts'
import { actsOf, type LetterActKind, type LetterLink } from './letter-links.service.ts'
import { ReminderRepository } from './reminder.repository.ts'

const KEPT = 60 * 86_400_000
const AHEAD = 60

const daysOf: Partial<Record<LetterActKind, number>> = { snooze1: 1, snooze3: 3, snooze7: 7 }

/** Already: by this link before, or in another way. */
export type LetterActOutcome = 'done' | 'already'

/** What somebody does by the link of a letter, as if they had signed in: what they may not do there they may not do here. */
@Injectable()
export class LetterActsService {
  constructor(
    private readonly repository: LetterActRepository,
    private readonly reminders: ReminderRepository,
    private readonly following: HouseholdFollowingService,
    private readonly households: HouseholdsService,
    private readonly billing: BillingReaderService,
    private readonly payments: PaymentsService,
    private readonly subscriptions: ActsService,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
  ) {}

  async act(link: LetterLink, kind: LetterActKind): Promise<LetterActOutcome> {
    if (!actsOf(link.kind).includes(kind)) throw new ProblemError('link-expired')
    const person = await this.personOf(link)
    // Whoever has left, or was removed, does nothing there any more.
    if (person === undefined) throw new ProblemError('link-expired')
    const id = v5(kind, link.id)
    if (await this.repository.isDone(id)) return 'already'
    const days = daysOf[kind]
    if (days !== undefined) return this.snooze(link, person, id, days)
    return kind === 'paid' ? this.paid(link, person, id) : this.recharged(link, person, id)
  }

  purge(nowMs: number): Promise<number> {
    return this.repository.purge(new Date(nowMs - KEPT).toISOString())
  }

  private personOf({ householdId, memberId, userId }: LetterLink): Promise<HouseholdPerson | undefined> {
    return this.following.person(householdId, (one) => one.memberId === memberId && one.userId === userId)
  }

  private snooze(
    { kind, subjectId, on }: LetterLink,
    person: HouseholdPerson,
    id: string,
    days: number,
  ): Promise<LetterActOutcome> {
    const untilOn = addDays(this.households.today(person), days)
    return this.postgres.transaction(async (tx) => {
      if (!(await this.note(tx, id))) return 'already'
      const whose = { householdId: person.id, memberId: person.memberId }
      await this.reminders.snooze(tx, whose, [{ kind, subjectId, on, untilOn }])
      await this.households.touch(tx, person.id)
      return 'done'
    })
  }

  /** In full, as of today; the payment and the use of the link are one transaction. */
  private async paid(link: LetterLink, person: HouseholdPerson, id: string): Promise<LetterActOutcome> {
    const today = this.households.today(person)
    const viewer = { householdId: person.id, memberId: person.memberId, today }
    const range = { until: addDays(today, AHEAD), monthsFrom: today, monthsUntil: today }
    const { charges } = await this.billing.overviewFacts(viewer, range)
    const charge = charges.find(
      (one) =>
        outstandingOf(one) > 0 &&
        one.dueOn === link.on &&
        (one.id === link.subjectId || (one.index >= 0 && one.subscriptionId === link.subjectId)),
    )
    if (charge === undefined) return 'already'
    const payment = this.payments.record(
      actorOf(person),
      { householdId: person.id, id: charge.id },
      {
        id,
        answer: (tx, answer) => {
          tx.atEnd(...this.noted(id))
          return answer
        },
        claim: () => Promise.resolve(id),
      },
    )
    return payment.then(
      () => 'done',
      (error: unknown) => {
        // Somebody was faster, by this link or another way.
        if (error instanceof ProblemError && error.code === 'charge-closed') return 'already'
        throw error
      },
    )
  }

  /** The act has the id of the link: what was done and not noted is not done twice. */
  private async recharged(
    { subscriptionId }: LetterLink,
    person: HouseholdPerson,
    id: string,
  ): Promise<LetterActOutcome> {
    if (subscriptionId === null) return 'already'
    const input = { householdId: person.id, id: subscriptionId, payment: {} }
    await this.subscriptions.renew(actorOf(person), input, { ifMatch: null, act: id })
    await this.postgres.transaction((tx) => this.note(tx, id))
    return 'done'
  }

  private note(tx: Tx, id: string): Promise<boolean> {
    return this.repository.add(tx, id, this.clock.nowIso())
  }

  private noted(id: string): Parameters<Tx['atEnd']> {
    return this.repository.added(id, this.clock.nowIso())
  }
}

/** Who does it: the person of the letter, in that household alone. */
const actorOf = ({ userId, ...household }: HouseholdPerson): Actor => ({
  userId,
  name: '',
  email: '',
  emailVerified: true,
  sessionId: null,
  apiKeyId: null,
  confirmedAt: null,
  origin: { address: '', userAgent: null },
  permissions: new Set(),
  demo: false,
  household,
})
