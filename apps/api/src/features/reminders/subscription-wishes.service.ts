import { Injectable } from '@nestjs/common'
import type { contract, subscriptionWishesSchema } from '@streamline/contract'
import type * as z from 'zod'
import type { Actor } from '../../platform/http/actor.ts'
import type { Call } from '../../platform/http/call.ts'
import { Postgres } from '../../platform/postgres/postgres.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { SubscriptionsService } from '../subscriptions/subscriptions.service.ts'
import { ReminderRepository, type Whose } from './reminder.repository.ts'

type Answer = z.infer<typeof subscriptionWishesSchema>

/** What somebody wants to hear of one subscription, beside what they want of all. */
@Injectable()
export class SubscriptionWishesService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly subscriptions: SubscriptionsService,
    private readonly repository: ReminderRepository,
    private readonly postgres: Postgres,
  ) {}

  async read(actor: Actor, id: string): Promise<Answer> {
    return this.of(await this.whose(actor, id), id)
  }

  async change(
    actor: Actor,
    { id, muted, leadDays }: Call<typeof contract.notifications.wish>['input'],
  ): Promise<Answer> {
    const whose = await this.whose(actor, id)
    await this.postgres.transaction(async (tx) => {
      await this.households.touch(tx, whose.householdId)
      if (muted === true) await this.repository.mute(tx, whose, id)
      if (muted === false) await this.repository.unmute(tx, whose, id)
      if (leadDays !== undefined) await this.repository.lead(tx, whose, id, inOrder(leadDays))
    })
    return this.of(whose, id)
  }

  private async whose(actor: Actor, id: string): Promise<Whose> {
    const household = this.households.require(actor, 'overview.read')
    await this.subscriptions.visible(household, id)
    return { householdId: household.id, memberId: household.memberId }
  }

  private async of(whose: Whose, id: string): Promise<Answer> {
    const { muted, leadDays } = await this.repository.wishes(whose)
    const days = leadDays.get(id)
    return { muted: muted.has(id), leadDays: days === undefined ? null : [...days] }
  }
}

const inOrder = (days: readonly number[] | null): readonly number[] | null =>
  days === null ? null : [...new Set(days)].toSorted((a, b) => b - a)
