import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import { currencyExponent, type Money } from '@streamline/domain'
import { ENV, type Env } from '../../env.ts'
import { eventHandler } from '../../platform/events/event-handler.ts'
import type { EventRow } from '../../platform/events/event.repository.ts'
import { Events } from '../../platform/events/events.ts'
import type { Locale } from '../../platform/mail/letter.ts'
import { Outbox } from '../../platform/mail/outbox.ts'
import type { Tx } from '../../platform/postgres/postgres.ts'
import { BillingReaderService } from '../billing/billing-reader.service.ts'
import type { Settlement } from '../billing/billing.types.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { IdentityService } from '../identity/identity.service.ts'
import { settlementUndoneMail } from '../letters/settlement.mail.ts'

const UNDONE = 'money.settlementUndone'

const settlementLetters = eventHandler('settlement-letters', [UNDONE])

const BETWEEN_US = '/money?tab=between'

const amountIn = (locale: Locale | null, { amount, currency }: Money): string =>
  new Intl.NumberFormat(locale === 'hi' ? 'hi-IN' : 'en-IN', { style: 'currency', currency }).format(
    amount / 10 ** currencyExponent(currency),
  )

/** Letters about transfers that were taken back, to the side that did not do it. Of one that waits for a word its receiver is reminded. */
@Injectable()
export class SettlementLettersService implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly outbox: Outbox,
    private readonly billing: BillingReaderService,
    private readonly households: HouseholdsService,
    private readonly identity: IdentityService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  onModuleInit(): void {
    this.outbox.register(settlementUndoneMail)
    this.events.handle(settlementLetters, (tx, event) => this.undone(tx, event))
  }

  private async undone(tx: Tx, { householdId, subjectId }: EventRow): Promise<void> {
    const settlement = await this.billing.settlement(tx, householdId, subjectId)
    if (settlement === undefined) return
    const { fromMember, toMember, undoneBy } = settlement
    for (const [who, other] of [
      [fromMember, toMember],
      [toMember, fromMember],
    ] as const)
      if (who !== undoneBy) await this.tell(tx, settlement, who, other)
  }

  private async tell(
    tx: Tx,
    { householdId, amount, currency }: Settlement,
    memberId: string,
    otherId: string,
  ): Promise<void> {
    const people = await this.households.everyone(householdId, tx)
    const person = people.find(({ id }) => id === memberId)
    if (person === undefined || person.userId === null || person.leftOn !== null) return
    const to = await this.identity.addresseeOf(tx, person.userId)
    if (to === undefined) return
    await this.outbox.post(tx, settlementUndoneMail, to, {
      name: people.find(({ id }) => id === otherId)?.name ?? '',
      amount: amountIn(to.locale, { amount, currency }),
      household: await this.households.nameOf(tx, householdId),
      url: new URL(BETWEEN_US, this.env.publicUrl).href,
    })
  }
}
