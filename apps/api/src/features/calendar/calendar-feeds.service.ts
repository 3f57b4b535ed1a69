import { Inject, Injectable } from '@nestjs/common'
import type { calendarFeedSchema, contract } from '@streamline/contract'
import { agendaKinds } from '@streamline/domain'
import type * as z from 'zod'
import { ENV, type Env } from '../../env.ts'
import { Clock } from '../../platform/clock/clock.ts'
import type { Act } from '../../platform/http/act.ts'
import type { Actor } from '../../platform/http/actor.ts'
import type { Answer, Call } from '../../platform/http/call.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { Postgres } from '../../platform/postgres/postgres.ts'
import { Secrets } from '../../platform/secrets/secrets.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { CalendarFeedRepository, type FeedRow } from './calendar-feed.repository.ts'

type Calendar = typeof contract.calendar
type Wishes = Call<Calendar['make']>['input']

/** Addresses at which calendars find what somebody may see of a household. */
@Injectable()
export class CalendarFeedsService {
  constructor(
    private readonly clock: Clock,
    private readonly households: HouseholdsService,
    private readonly repository: CalendarFeedRepository,
    private readonly secrets: Secrets,
    private readonly postgres: Postgres,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async read(actor: Actor): Promise<Answer<Calendar['read']>> {
    const { id } = this.households.require(actor, 'overview.read')
    const feed = await this.repository.of(id, actor.userId)
    return { feed: feed === undefined ? null : presentFeed(feed) }
  }

  async make(actor: Actor, { scope, kinds }: Wishes, act: Act): Promise<Answer<Calendar['make']>> {
    const { id: householdId } = this.households.require(actor, 'overview.read')
    const token = this.secrets.token()
    const url = new URL(`/v1/calendars/${token}.ics`, this.env.publicUrl).href
    return this.postgres.transaction(async (tx) => {
      const feed = { householdId, userId: actor.userId, scope, kinds, createdAt: this.clock.nowIso() }
      const made = await this.repository.make(tx, feed, this.secrets.hashOfToken(token))
      return act.answer(tx, { url, feed: presentFeed(made) }, { isSecret: true })
    })
  }

  async change(actor: Actor, wishes: Wishes): Promise<Answer<Calendar['change']>> {
    const { id } = this.households.require(actor, 'overview.read')
    const feed = await this.repository.change(id, actor.userId, wishes)
    if (feed === undefined) throw new ProblemError('not-found')
    return presentFeed(feed)
  }

  async end(actor: Actor): Promise<void> {
    const { id } = this.households.require(actor, 'overview.read')
    await this.repository.end(id, actor.userId)
  }
}

const presentFeed = ({ scope, kinds, createdAt, readAt }: FeedRow): z.infer<typeof calendarFeedSchema> => ({
  scope,
  kinds: agendaKinds.filter((kind) => kinds.includes(kind)),
  createdAt: new Date(createdAt).toISOString(),
  readAt: readAt === null ? null : new Date(readAt).toISOString(),
})
