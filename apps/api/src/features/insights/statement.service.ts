import { Injectable } from '@nestjs/common'
import type { insightsContract, SpendGrouping, spendSchema } from '@streamline/contract'
import {
  addMonths,
  monthOf,
  parseCalendarDate,
  startOfMonth,
  subscriptionKinds,
  sumByCurrency,
} from '@streamline/domain'
import type * as z from 'zod'
import type { Actor } from '../../platform/http/actor.ts'
import type { Call } from '../../platform/http/call.ts'
import { pdfOf } from '../../platform/pdf/pdf.ts'
import { BillingReaderService } from '../billing/billing-reader.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { IdentityService } from '../identity/identity.service.ts'
import { statementIn, type StatementFigures } from '../letters/statement.words.ts'
import { SpendService } from './spend.service.ts'

type Asked = Call<typeof insightsContract.statement>['input']
type Spend = z.infer<typeof spendSchema>

const figured = ({ groups }: Spend) => groups.map(({ name, totals }) => ({ name, totals }))

/** The statement of a month and the review of a year, as a PDF: the figures of the lists, in words of the reader's language. */
@Injectable()
export class StatementService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly spending: SpendService,
    private readonly billing: BillingReaderService,
    private readonly identity: IdentityService,
  ) {}

  async pdf(actor: Actor, asked: Asked): Promise<File> {
    const figures = await this.figures(actor, asked)
    const sheet = statementIn(figures, await this.identity.localeOf(actor.userId))
    const bytes = await pdfOf(sheet)
    return new File([new Uint8Array(bytes)], `streamline-${figures.period}.pdf`, { type: 'application/pdf' })
  }

  private async figures(actor: Actor, { month, year }: Asked): Promise<StatementFigures> {
    const household = this.households.require(actor, 'overview.read')
    const today = this.households.today(household)
    const period = year ?? month ?? monthOf(addMonths(startOfMonth(today), -1))
    const isYear = year !== undefined
    const until = isYear ? `${year}-12` : period
    const by = (grouping: SpendGrouping, months = isYear ? 12 : 1) =>
      this.spending.read(actor, { householdId: household.id, by: grouping, months, until })
    const from = parseCalendarDate(`${isYear ? `${year}-01` : period}-01`)
    const viewer = { householdId: household.id, memberId: household.memberId, today }
    const [kinds, payers, sharers, subscriptions, before, debits] = await Promise.all([
      by('kind'),
      by('payer'),
      by('sharer'),
      isYear ? by('subscription') : null,
      isYear ? null : by('kind', 2),
      isYear ? [] : this.billing.fallenDue(viewer, { from, until: addMonths(from, 1) }),
    ])
    const { months } = kinds
    return {
      household: household.name,
      currency: household.currency,
      today,
      period,
      totals: sumByCurrency(
        months.flatMap(({ totals }) => totals.map(({ amount, currency }) => ({ amount, currency }))),
      ),
      before: before?.months[0]?.totals ?? null,
      months: isYear ? months : [],
      kinds: kinds.groups.flatMap(({ key, totals }) => {
        const kind = subscriptionKinds.find((one) => one === key)
        return kind === undefined ? [] : [{ kind, totals }]
      }),
      payers: figured(payers),
      sharers: figured(sharers),
      subscriptions: subscriptions === null ? [] : figured(subscriptions),
      debits: debits.map(({ on, subscriptionName: name, amount }) => ({ on, name, amount })),
    }
  }
}
