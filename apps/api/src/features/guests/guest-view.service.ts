import { Injectable } from '@nestjs/common'
import type { guestsContract } from '@streamline/contract'
import type { CalendarDate } from '@streamline/domain'
import type { RequestOrigin } from '../../platform/http/actor.ts'
import type { Answer } from '../../platform/http/call.ts'
import { BillingReaderService } from '../billing/billing-reader.service.ts'
import { GuestLinksService } from '../households/guest-links.service.ts'
import type { LinkedPerson } from '../households/member.types.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { pageOfShares, rangeOf, type PageInput } from './guest-shares.ts'

/** What a person without an account sees by their private link: their own share, and whom to pay. */
@Injectable()
export class GuestViewService {
  constructor(
    private readonly links: GuestLinksService,
    private readonly households: HouseholdsService,
    private readonly billing: BillingReaderService,
  ) {}

  async read(
    token: string,
    page: PageInput,
    origin: RequestOrigin,
  ): Promise<Answer<typeof guestsContract.view>> {
    const person = await this.links.personOf(token, origin)
    const today = this.households.today(person)
    const [money, shares] = await Promise.all([this.moneyOf(person), this.sharesOf(person, today, page)])
    const { householdName, name, country } = person
    return { householdName, name, country, today, ...money, shares }
  }

  private async moneyOf({ householdId, memberId }: LinkedPerson) {
    const [upiIds, { balances, transfers }] = await Promise.all([
      this.households.upiIdsOf(householdId),
      this.billing.balancesOf(householdId, memberId),
    ])
    return {
      balances: balances.filter((balance) => balance.memberId === memberId).map(({ amount }) => amount),
      pays: transfers
        .filter(({ from }) => from === memberId)
        .map(({ to, toName, amount }) => ({ toName, amount, upiId: upiIds.get(to) ?? null })),
    }
  }

  private async sharesOf({ householdId, memberId }: LinkedPerson, today: CalendarDate, page: PageInput) {
    const range = rangeOf(page)
    const viewer = { householdId, memberId, today }
    const charges = await this.billing.chargesNaming(viewer, range.from, range.limit + 1)
    return pageOfShares(charges, memberId, range)
  }
}
