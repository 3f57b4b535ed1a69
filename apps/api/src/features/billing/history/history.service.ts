import { Injectable } from '@nestjs/common'
import type { historyContract } from '@streamline/contract'
import { isCalendarDate } from '@streamline/domain'
import { cursorOf, positionIn } from '../../../platform/documents/cursor.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Answer, Call } from '../../../platform/http/call.ts'
import { invalidInput, ProblemError } from '../../../platform/http/problem.ts'
import { rawText } from '../../../platform/http/raw-text.ts'
import { HouseholdsService } from '../../households/households.service.ts'
import { historyCsv } from './history-csv.ts'
import { presentHistory } from './history.presenter.ts'
import { HistoryRepository, type HistoryQuery } from './history.repository.ts'
import { rowsFor } from '../page.ts'
import { ViewersService } from '../viewers.service.ts'

const NEWEST = { on: '9999-12-31', seq: Number.MAX_SAFE_INTEGER }
const MOST_ROWS = 10_000
const PAGE = 50

/** What happened with the money of a household, entry by entry. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly history: HistoryRepository,
    private readonly viewers: ViewersService,
  ) {}

  async list(
    actor: Actor,
    input: Call<typeof historyContract.list>['input'],
  ): Promise<Answer<typeof historyContract.list>> {
    const household = this.households.require(actor, 'charges.read')
    const query = { ...filtersOf(input), before: positionOf(input.cursor), limit: rowsFor(input) }
    const rows = await this.history.list(this.viewers.of(household), query)
    const names = await this.households.names(household.id)
    const shown = rows.slice(0, input.limit ?? PAGE)
    const last = rows.length > shown.length ? shown.at(-1) : undefined
    return {
      items: shown.map((row) => presentHistory(row, names)),
      nextCursor: last === undefined ? null : cursorOf({ value: last.occurredOn, id: String(last.seq) }),
    }
  }

  async csv(
    actor: Actor,
    input: Call<typeof historyContract.csv>['input'],
  ): Promise<Answer<typeof historyContract.csv>> {
    const household = this.households.require(actor, 'charges.read')
    const viewer = this.viewers.of(household)
    const query = { ...filtersOf(input), before: NEWEST, limit: MOST_ROWS + 1 }
    const rows = await this.history.list(viewer, query)
    if (rows.length > MOST_ROWS)
      throw new ProblemError('too-large', 'Choose fewer days: a table has 10,000 rows at most.')
    const names = await this.households.names(household.id)
    const entries = rows.map((row) => presentHistory(row, names)).toReversed()
    return rawText(historyCsv(entries, names), 'text/csv; charset=utf-8')
  }
}

const filtersOf = ({
  subscriptionId,
  memberId,
  kind,
  from,
  until,
}: Call<typeof historyContract.csv>['input']): Omit<HistoryQuery, 'before' | 'limit'> => ({
  subscriptionId,
  memberId,
  kind,
  from,
  until,
})

function positionOf(cursor: string | undefined): HistoryQuery['before'] {
  if (cursor === undefined) return NEWEST
  const { value, id } = positionIn(cursor)
  const seq = Number(id)
  if (!isCalendarDate(value) || !Number.isSafeInteger(seq) || seq < 1)
    throw invalidInput('/query/cursor', 'is not a cursor of this list')
  return { on: value, seq }
}
