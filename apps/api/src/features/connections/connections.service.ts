import { Injectable } from '@nestjs/common'
import type { contract } from '@streamline/contract'
import type { CalendarDate } from '@streamline/domain'
import type { Act } from '../../platform/http/act.ts'
import type { Actor, HouseholdActor } from '../../platform/http/actor.ts'
import type { Answer, Call } from '../../platform/http/call.ts'
import { afterOf, pageOfRows } from '../../platform/http/id-page.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { Postgres } from '../../platform/postgres/postgres.ts'
import { JobRunner } from '../../platform/queue/job-runner.ts'
import { AuditService } from '../audit/audit.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import type { LineRow } from '../lines/line.types.ts'
import { LinesService } from '../lines/lines.service.ts'
import { SubscriptionLinesService } from '../subscriptions/subscription-lines.service.ts'
import { SubscriptionReaderService } from '../subscriptions/subscription-reader.service.ts'
import { isServing, type SubscriptionDocument } from '../subscriptions/subscriptions.service.ts'
import { isVisibleLine, mayManage, visibleOn } from './connection-access.ts'
import { presentLine, presentLineDetail, type LineDetail, type OnLine } from './connection.presenter.ts'

type Lines = typeof contract.lines
type Input<K extends keyof Lines> = Call<Lines[K]>['input']

const DEFAULT_LIMIT = 50

/** So many of what is on a number are shown: a number may have any number. */
const shownOn = { list: 5, one: 50 }

interface Seen extends OnLine {
  readonly line: LineRow
  readonly mayManage: boolean
}

/** The numbers of a household with what is and was on them. */
@Injectable()
export class ConnectionsService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly lines: LinesService,
    private readonly on: SubscriptionLinesService,
    private readonly reader: SubscriptionReaderService,
    private readonly audit: AuditService,
    private readonly runner: JobRunner,
    private readonly postgres: Postgres,
  ) {}

  async list(
    actor: Actor,
    { kind, limit = DEFAULT_LIMIT, cursor }: Input<'list'>,
  ): Promise<Answer<Lines['list']>> {
    const household = this.households.require(actor, 'subscriptions.read')
    const { id: householdId, memberId } = household
    const after = afterOf(cursor)
    const rows = await this.lines.list({ householdId, memberId, kind, after, limit: limit + 1 })
    const { items, nextCursor } = pageOfRows(rows, limit, (line) => line)
    const seen = await this.seen(household, items, shownOn.list)
    return { items: seen.map((one) => presentLine(one.line, one)), nextCursor }
  }

  async read(actor: Actor, { id }: Input<'read'>): Promise<LineDetail> {
    const household = this.households.require(actor, 'subscriptions.read')
    return detailOf(await this.one(household, id))
  }

  /** Seen in full by who manages it, and written down as every look at what is hidden elsewhere. */
  async readNumber(actor: Actor, { id }: Input<'readNumber'>): Promise<Answer<Lines['readNumber']>> {
    const household = this.households.require(actor, 'subscriptions.change')
    const { line } = await this.manageable(household, id)
    const detail = { householdId: household.id, household: household.name, name: line.name ?? line.kind }
    await this.audit.own(actor, 'line-number-seen', this.postgres, detail)
    return { number: line.number }
  }

  async update(
    actor: Actor,
    { id, number, name, memberId }: Input<'update'>,
    { ifMatch, act }: { readonly ifMatch: number | null; readonly act: Act },
  ): Promise<LineDetail> {
    const household = this.households.require(actor, 'subscriptions.change')
    const seen = await this.manageable(household, id)
    const { line } = seen
    if (ifMatch !== null && ifMatch !== line.revision) throw stale(seen)
    await this.assertMember(household, memberId, line)
    if (number !== undefined)
      await this.on.conceal({
        householdId: household.id,
        country: household.country,
        kind: line.kind,
        number,
      })
    const { detail, jobId } = await this.postgres.transaction(async (tx) => {
      const changed = await this.lines.changeIn(
        tx,
        {
          ...line,
          ...(number === undefined ? {} : { number }),
          ...(name === undefined ? {} : { name }),
          ...(memberId === undefined ? {} : { memberId }),
        },
        household.country,
      )
      if (changed === undefined) throw stale(await this.one(household, id))
      const answer = detailOf({ ...seen, line: changed })
      return {
        detail: act.answer(tx, answer, { revision: answer.revision }),
        jobId: changed.number === line.number ? null : await this.on.followIn(tx, household.id, id),
      }
    })
    if (jobId !== null) await this.runner.runNow(jobId)
    return detail
  }

  async remove(actor: Actor, { id }: Input<'remove'>): Promise<void> {
    const household = this.households.require(actor, 'subscriptions.change')
    const { line, today } = await this.manageable(household, id)
    const jobId = await this.postgres.transaction(async (tx) => {
      await this.on.removeIn(tx, line, today)
      return this.on.followIn(tx, household.id, id)
    })
    await this.runner.runNow(jobId)
  }

  private async manageable(household: HouseholdActor, id: string): Promise<Seen> {
    const seen = await this.one(household, id)
    if (!seen.mayManage)
      throw new ProblemError(
        'forbidden',
        'Members manage the numbers that are theirs or that they look after.',
      )
    return seen
  }

  private async one(household: HouseholdActor, id: string): Promise<Seen> {
    const line = await this.lines.one(household.id, id, household.memberId)
    const [seen] = line === undefined ? [] : await this.seen(household, [line], shownOn.one)
    if (seen === undefined) throw new ProblemError('not-found')
    return seen
  }

  /** The lines of these that somebody may see, each with what of it they may see; two questions, however many. */
  private async seen(household: HouseholdActor, lines: readonly LineRow[], most: number): Promise<Seen[]> {
    const today = this.households.today(household)
    const all = await this.on.on(
      household.id,
      lines.map(({ id }) => id),
    )
    const byLine = Map.groupBy(all, ({ lineId }) => lineId)
    const shown = lines.filter(({ id }) => isVisibleLine(byLine.get(id) ?? [], household))
    const visible = new Map(shown.map(({ id }) => [id, visibleOn(byLine.get(id) ?? [], household)]))
    const serving = [...visible.values()].flatMap((own) => newestServing(own, today, most))
    const rows = await this.rowsOf(serving, today)
    const may = {
      change: this.households.may(household, 'subscriptions.change'),
      changeShared: this.households.may(household, 'subscriptions.changeShared'),
    }
    return shown.map((line) => {
      const subscriptions = visible.get(line.id) ?? []
      return {
        line,
        today,
        subscriptions,
        rows,
        mayManage: mayManage(line, subscriptions, household, may, today),
      }
    })
  }

  private async rowsOf(serving: readonly SubscriptionDocument[], today: CalendarDate) {
    const rows = serving.length === 0 ? [] : await this.reader.rows(serving, today)
    return new Map(rows.map((row) => [row.id, row]))
  }

  private async assertMember(
    { id }: HouseholdActor,
    memberId: string | null | undefined,
    line: LineRow,
  ): Promise<void> {
    if (memberId === undefined || memberId === null || memberId === line.memberId) return
    const members = await this.households.members(id)
    if (members.some((member) => member.id === memberId)) return
    const errors = [{ pointer: '/memberId', message: 'must be somebody of this household' }]
    throw new ProblemError('unknown-member', undefined, { errors })
  }
}

const newestServing = (own: readonly SubscriptionDocument[], today: CalendarDate, most: number) =>
  own
    .filter((subscription) => isServing(subscription, today))
    .toSorted((one, other) => (one.facts.terms.startsOn < other.facts.terms.startsOn ? -1 : 1))
    .slice(-most)

const detailOf = (seen: Seen): LineDetail => presentLineDetail(seen.line, seen, seen)

const stale = (seen: Seen) => new ProblemError('stale-revision', undefined, { current: detailOf(seen) })
