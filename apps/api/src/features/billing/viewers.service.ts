import { Injectable } from '@nestjs/common'
import { Clock } from '../../platform/clock/clock.ts'
import type { HouseholdActor } from '../../platform/http/actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { HouseholdsService } from '../households/households.service.ts'
import type { ChargeRow, Viewer } from './charges/charge.repository.ts'
import { refusedAt } from './payments/refused-at.ts'

/** Who looks at money and acts on it, and who may be named there. */
@Injectable()
export class ViewersService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly clock: Clock,
  ) {}

  of(household: HouseholdActor): Viewer {
    const changesAll = this.households.may(household, 'charges.changeShared')
    const changesOwn = this.households.may(household, 'charges.change')
    return {
      householdId: household.id,
      memberId: household.memberId,
      today: this.households.today(household),
      changes: changesAll ? 'all' : changesOwn ? 'own' : 'none',
    }
  }

  recordedBy(household: HouseholdActor) {
    return { recordedBy: household.memberId, recordedAt: this.clock.nowIso() }
  }

  /** Members record and take back their own payments (law 27). */
  assertOwnMoney(household: HouseholdActor, people: readonly (string | null)[]): void {
    if (people.every((person) => person === household.memberId)) return
    if (!this.households.may(household, 'payments.recordForOthers'))
      throw new ProblemError('forbidden', 'A manager records what others paid.')
  }

  /** Who is named as paying now is of the household today; who has left pays no more. */
  async assertMembers(
    householdId: string,
    people: readonly (string | undefined)[],
    pointer: string,
  ): Promise<void> {
    const named = people.filter((person) => person !== undefined)
    if (named.length === 0) return
    const members = new Set((await this.households.members(householdId)).map(({ id }) => id))
    if (named.some((person) => !members.has(person))) throw unknownPayer(pointer)
  }

  /** What is private stays private: a payment by somebody else would show as a debt without a reason. */
  assertMayPay(charge: ChargeRow, people: readonly string[], pointer: string): void {
    if (charge.visibility === 'private' && people.some((person) => person !== charge.ownerId))
      throw unknownPayer(pointer)
  }
}

const unknownPayer = (pointer: string) =>
  refusedAt('unknown-member', pointer, 'must be somebody of this household who may see the charge')
