import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import { currencyExponent, type Money } from '@streamline/domain'
import { ENV, type Env } from '../../env.ts'
import { eventHandler } from '../../platform/events/event-handler.ts'
import type { EventRow } from '../../platform/events/event.repository.ts'
import { Events } from '../../platform/events/events.ts'
import type { Locale } from '../../platform/mail/letter.ts'
import { Outbox } from '../../platform/mail/outbox.ts'
import type { Tx } from '../../platform/postgres/postgres.ts'
import { BillingService, type Settlement } from '../billing/billing.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { IdentityService } from '../identity/identity.service.ts'
import { settlementRecordedMail, settlementUndoneMail } from './settlement.mail.ts'

const RECORDED = 'money.settlement'
const UNDONE = 'money.settlementUndone'

/** One handler for both, so that the letters leave in the order of what they tell. */
const settlementLetters = eventHandler('settlement-letters', [RECORDED, UNDONE])

const BETWEEN_US = '/money?tab=between'

const amountIn = (locale: Locale | null, { amount, currency }: Money): string =>
  new Intl.NumberFormat(locale === 'hi' ? 'hi-IN' : 'en-IN', { style: 'currency', currency }).format(
    amount / 10 ** currencyExponent(currency),
  )

/** Letters about transfers between members, to the side that did not do it itself. */
@Injectable()
export class SettlementLettersService implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly outbox: Outbox,
    private readonly billing: BillingService,
    private readonly households: HouseholdsService,
    private readonly identity: IdentityService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  onModuleInit(): void {
    this.outbox.register(settlementRecordedMail, settlementUndoneMail)
    this.events.handle(settlementLetters, (tx, event) =>
      event.kind === RECORDED ? this.recorded(tx, event) : this.undone(tx, event),
    )
  }

  private async recorded(tx: Tx, { householdId, subjectId }: EventRow): Promise<void> {
    const settlement = await this.billing.settlement(tx, householdId, subjectId)
    if (settlement === undefined || settlement.confirmedAt !== null || settlement.undoneAt !== null) return
    await this.tell(tx, settlement, settlement.toMember, settlement.fromMember, settlementRecordedMail)
  }

  private async undone(tx: Tx, { householdId, subjectId }: EventRow): Promise<void> {
    const settlement = await this.billing.settlement(tx, householdId, subjectId)
    if (settlement === undefined) return
    const { fromMember, toMember, undoneBy } = settlement
    for (const [who, other] of [
      [fromMember, toMember],
      [toMember, fromMember],
    ] as const)
      if (who !== undoneBy) await this.tell(tx, settlement, who, other, settlementUndoneMail)
  }

  private async tell(
    tx: Tx,
    { householdId, amount, currency }: Settlement,
    memberId: string,
    otherId: string,
    kind: typeof settlementRecordedMail,
  ): Promise<void> {
    const people = await this.households.everyone(householdId, tx)
    const person = people.find(({ id }) => id === memberId)
    if (person === undefined || person.userId === null || person.leftOn !== null) return
    const to = await this.identity.addresseeOf(tx, person.userId)
    if (to === undefined) return
    await this.outbox.post(tx, kind, to, {
      name: people.find(({ id }) => id === otherId)?.name ?? '',
      amount: amountIn(to.locale, { amount, currency }),
      household: await this.households.nameOf(tx, householdId),
      url: new URL(BETWEEN_US, this.env.publicUrl).href,
    })
  }
}
