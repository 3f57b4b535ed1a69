import { Injectable } from '@nestjs/common'
import type { settlementsContract } from '@streamline/contract'
import { isInverse, isOldRate } from '@streamline/domain'
import { v7 } from 'uuid'
import { Clock } from '../../../platform/clock/clock.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Answer, Call } from '../../../platform/http/call.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { Postgres } from '../../../platform/postgres/postgres.ts'
import { HouseholdsService } from '../../households/households.service.ts'
import { NEWEST, pageOf, positionFor, rowsFor } from '../page.ts'
import { dayOf } from '../payments/payment-draft.ts'
import { RateRepository, type RateRow } from './rate.repository.ts'

/** Rates that the household writes down by hand, each with its day and its source (law 9). */
@Injectable()
export class RatesService {
  constructor(
    private readonly postgres: Postgres,
    private readonly clock: Clock,
    private readonly households: HouseholdsService,
    private readonly rates: RateRepository,
  ) {}

  async list(
    actor: Actor,
    input: Call<typeof settlementsContract.listRates>['input'],
  ): Promise<Answer<typeof settlementsContract.listRates>> {
    const { id: householdId } = this.households.require(actor, 'charges.read')
    const { date, id } = positionFor(input, NEWEST)
    const rows = await this.rates.list({ householdId, before: { on: date, id }, limit: rowsFor(input) })
    return pageOf(input, rows, presentRate, ({ on, id: last }) => ({ date: on, id: last }))
  }

  /** What a payment of that day would be converted by. */
  async inForce(
    actor: Actor,
    { from, to, on }: Call<typeof settlementsContract.readRateInForce>['input'],
  ): Promise<Answer<typeof settlementsContract.readRateInForce>> {
    const household = this.households.require(actor, 'charges.read')
    const exchange = { from, to, on: on ?? this.households.today(household) }
    const rate = await this.rates.inForce(this.postgres, household.id, exchange)
    return rate === undefined
      ? { rate: null, inverse: false, old: false }
      : {
          rate: presentRate(rate),
          inverse: isInverse(rate, exchange),
          old: isOldRate(rate, exchange.on),
        }
  }

  async set(
    actor: Actor,
    input: Call<typeof settlementsContract.setRate>['input'],
  ): Promise<Answer<typeof settlementsContract.setRate>> {
    const household = this.households.require(actor, 'rates.change')
    const { from, to, source, rate } = input
    const on = dayOf(input.on, this.households.today(household), '/on')
    if (from === to || Number(rate) === 0)
      throw new ProblemError('invalid-rate', undefined, {
        errors: [
          { pointer: from === to ? '/to' : '/rate', message: 'must be a rate between two currencies' },
        ],
      })
    const row = {
      id: v7(),
      householdId: household.id,
      from,
      to,
      on,
      rate,
      source,
      recordedBy: household.memberId,
      recordedAt: this.clock.nowIso(),
    }
    return presentRate(await this.rates.set(this.postgres, row))
  }

  async remove(actor: Actor, { id }: Call<typeof settlementsContract.removeRate>['input']): Promise<void> {
    const household = this.households.require(actor, 'rates.change')
    if (!(await this.rates.remove(this.postgres, household.id, id))) throw new ProblemError('not-found')
  }
}

const presentRate = ({ id, from, to, on, rate, source, recordedAt }: RateRow) => ({
  id,
  from,
  to,
  on,
  rate,
  source,
  recordedAt: new Date(recordedAt).toISOString(),
})
