import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import { v7 } from 'uuid'
import { ENV, type Env } from '../../env.ts'
import { Clock } from '../clock/clock.ts'
import { Ticks } from '../clock/ticks.ts'
import type { Queries } from '../postgres/postgres.ts'
import { ImpossibleJob, JobHandlers, PostponedJob, type Ends } from '../queue/job-handlers.ts'
import { Jobs } from '../queue/jobs.ts'
import { SealedBox } from '../secrets/sealed-box.ts'
import { DeliveryRepository, type End } from './delivery.repository.ts'
import type { Channel, ChannelName, DeliveryDraft, DeliveryRow, Outcome, Posted } from './delivery.types.ts'

const KEPT = 30 * 24 * 3_600_000
const LONGEST_ANSWER = 300

/** Takes a message to the other side, and says what became of it. */
type Carry<Data> = (row: DeliveryRow, data: Data) => Promise<Outcome>

/** Who carries messages: what is needed for all of some is read in one go, before the first of them leaves. */
type Carrier<Data> = (rows: readonly DeliveryRow[]) => Promise<Carry<Data>>

interface PostOptions {
  /** False: it waits to be read where it is. */
  readonly isCarried?: boolean
  /** Who posts it does the job right after the commit. */
  readonly isOwn?: boolean
}

/** Messages that leave the house, by whichever way. They are part of the transaction that causes them. */
@Injectable()
export class Deliveries implements OnModuleInit {
  private readonly box: SealedBox

  constructor(
    private readonly repository: DeliveryRepository,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
    private readonly ticks: Ticks,
    @Inject(ENV) private readonly env: Env,
  ) {
    this.box = new SealedBox(env.appSecret, 'mails')
  }

  onModuleInit(): void {
    this.ticks.register({
      name: 'deliveries.purge',
      run: (now) => this.repository.purge(new Date(now - KEPT).toISOString()),
    })
  }

  /** Says who carries the messages of a channel; they are claimed, put off and given up as jobs are. */
  carry<Data>(channel: Channel<Data>, carrier: Carrier<Data>): void {
    if (channel.job === null) throw new Error(`Nobody carries ${channel.name}`)
    this.handlers.handleMany(
      channel.job,
      (payloads) =>
        this.deliver(
          channel,
          carrier,
          payloads.map(({ deliveryId }) => deliveryId),
        ),
      ({ deliveryId: id }, why) => this.repository.failed({ id, at: this.clock.nowIso(), answer: why }),
    )
  }

  /** Answers those that were not there before. */
  async post<Data>(
    on: Queries,
    channel: Channel<Data>,
    drafts: readonly DeliveryDraft<Data>[],
    { isCarried = true, isOwn = false }: PostOptions = {},
  ): Promise<Posted[]> {
    if (drafts.length === 0) return []
    const rows = drafts.map((draft) => this.rowOf(channel.name, draft))
    const added = await this.repository.insert(on, rows)
    const posted = rows.filter(({ id }) => added.has(id))
    const { job } = channel
    if (job === null || !isCarried) return posted.map(({ id }) => ({ id, jobId: null }))
    const jobIds = await this.jobs.enqueueAll(
      on,
      posted.map(({ id }) => ({ kind: job, payload: { deliveryId: id }, isOwn })),
    )
    return posted.map(({ id }, at) => ({ id, jobId: jobIds[at] ?? null }))
  }

  /** What a message is made of; undefined where it was sealed under an APP_SECRET that is lost. */
  opened({ sealedData }: Pick<DeliveryRow, 'sealedData'>): unknown {
    const text = this.box.open(sealedData)
    return text === undefined ? undefined : JSON.parse(text)
  }

  /** Part of deleting an account: what was sent to an address, or waits to be. */
  async forget(on: Queries, recipient: string): Promise<void> {
    await this.repository.forget(on, recipient)
  }

  private rowOf(name: ChannelName, draft: DeliveryDraft): DeliveryRow {
    const { kind, locale, recipient, title = '', data } = draft
    const { userId = null, householdId = null, targetId = null, messageId = null } = draft
    const id = v7()
    const key = draft.key ?? id
    const sealedData = this.box.seal(JSON.stringify(data))
    const whose = { userId, householdId, targetId, messageId, recipient }
    return {
      id,
      channel: name,
      key,
      ...whose,
      kind,
      locale,
      title,
      sealedData,
      createdAt: this.clock.nowIso(),
    }
  }

  /** What became of all of them is written in one go: who is killed before that sends them again, under the same keys. */
  private async deliver<Data>(
    channel: Channel<Data>,
    carrier: Carrier<Data>,
    ids: readonly string[],
  ): Promise<Ends> {
    const rows = await this.repository.unsent(ids)
    const carry = await carrier(rows)
    const tried = await Promise.all(rows.map((row) => this.tried(channel, carry, row)))
    await this.repository.ended(
      tried.flatMap(({ end }) => end ?? []),
      !this.env.isProduction,
    )
    const errors = new Map(rows.map(({ id }, at) => [id, tried[at]?.error]))
    return ids.map((id) => errors.get(id))
  }

  private async tried<Data>(channel: Channel<Data>, carry: Carry<Data>, row: DeliveryRow): Promise<Tried> {
    try {
      const opened = this.opened(row)
      if (opened === undefined) throw new ImpossibleJob('sealed under another APP_SECRET')
      return this.endOf(channel, row, await carry(row, channel.data.parse(opened)))
    } catch (error) {
      return { error: error as Error }
    }
  }

  private endOf({ lifetime }: Channel, { id, createdAt }: DeliveryRow, outcome: Outcome): Tried {
    const answer = outcome.answer.slice(0, LONGEST_ANSWER)
    const at = this.clock.nowIso()
    switch (outcome.is) {
      case 'sent':
        return { end: { id, sentAt: at, failedAt: null, answer } }
      case 'gone':
        return { end: { id, sentAt: null, failedAt: at, answer } }
      case 'refused':
        return { error: new ImpossibleJob(answer) }
      case 'later': {
        const afterMs = outcome.afterMs ?? 0
        if (this.clock.now() + afterMs > Date.parse(createdAt) + lifetime)
          return { error: new ImpossibleJob(answer) }
        const end = { id, sentAt: null, failedAt: null, answer }
        return { end, error: new PostponedJob(answer, afterMs) }
      }
    }
  }
}

/** What is written of an attempt, and why its job is not done. */
interface Tried {
  readonly end?: End
  readonly error?: Error
}
