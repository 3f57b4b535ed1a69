import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Deliveries } from '../../platform/deliveries/deliveries.ts'
import type { DeliveryRow, Outcome, Posted } from '../../platform/deliveries/delivery.types.ts'
import { LateMessages } from '../../platform/deliveries/late-messages.ts'
import { draftFor, type Told } from '../../platform/deliveries/told.ts'
import type { Queries } from '../../platform/postgres/postgres.ts'
import { fcmChannel } from '../../platform/push/fcm.channel.ts'
import { Fcm } from '../../platform/push/fcm.ts'
import type { PushMessage, WaitingPush } from '../../platform/push/push-message.ts'
import { webPushChannel } from '../../platform/push/web-push.channel.ts'
import { WebPush } from '../../platform/push/web-push.ts'
import { DevicesService } from '../identity/devices/devices.service.ts'

/** What is told to somebody on all their devices. */
export interface PushDraft extends Told {
  readonly tag: string
  readonly subject: PushMessage['subject']
}

type Target = Awaited<ReturnType<DevicesService['targetsOf']>>[number]

/** Messages to the phones and browsers of somebody: one delivery for each. */
@Injectable()
export class PushService implements OnModuleInit {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly devices: DevicesService,
    private readonly webPush: WebPush,
    private readonly fcm: Fcm,
    private readonly late: LateMessages,
  ) {}

  onModuleInit(): void {
    this.deliveries.carry(webPushChannel, async (rows) => {
      const targets = await this.targetsOf(rows)
      return (row, message) => this.toBrowser(row, targets.get(row.targetId ?? ''), message)
    })
    this.deliveries.carry(fcmChannel, async (rows) => {
      const targets = await this.targetsOf(rows)
      return (row, message) => this.toPhone(row, targets.get(row.targetId ?? ''), message)
    })
  }

  /** Part of the transaction of its cause. */
  async post(
    on: Queries,
    userId: string,
    drafts: readonly PushDraft[],
    options: { readonly isOwn?: boolean } = {},
  ): Promise<Posted[]> {
    if (drafts.length === 0) return []
    const targets = await this.devices.targetsOf(on, userId)
    const to = (kind: Target['kind']) =>
      targets
        .filter((one) => one.kind === kind)
        .flatMap((target) =>
          drafts.map((draft) => draftFor(draft, target, { userId, data: messageOf(draft) })),
        )
    const browsers = await this.deliveries.post(on, webPushChannel, to('webPush'), options)
    // Where no phone can be reached nothing is left for one.
    const phones = this.fcm.isOffered ? to('fcm') : []
    return [...browsers, ...(await this.deliveries.post(on, fcmChannel, phones, options))]
  }

  async isReached(on: Queries, userId: string): Promise<boolean> {
    return (await this.devices.targetsOf(on, userId)).length > 0
  }

  private targetsOf(rows: readonly DeliveryRow[]) {
    return this.devices.targets(
      rows.flatMap(({ userId, targetId }) =>
        userId === null || targetId === null ? [] : [{ id: targetId, userId }],
      ),
    )
  }

  private async toBrowser(
    row: DeliveryRow,
    target: Target | undefined,
    waiting: WaitingPush,
  ): Promise<Outcome> {
    if (target === undefined || target.p256dh === null || target.auth === null) return GONE
    const { token: endpoint, p256dh, auth } = target
    const message = await this.saidNow(row, waiting)
    if ('is' in message) return message
    return this.withoutGone(target, await this.webPush.send(message, { endpoint, p256dh, auth }))
  }

  private async toPhone(
    row: DeliveryRow,
    target: Target | undefined,
    waiting: WaitingPush,
  ): Promise<Outcome> {
    if (target === undefined) return GONE
    // Before it is found out what is still to be said: many may wait.
    const paused = this.fcm.paused()
    if (paused !== undefined) return paused
    const message = await this.saidNow(row, waiting)
    return 'is' in message ? message : this.withoutGone(target, await this.fcm.send(message, target.token))
  }

  private async saidNow(
    row: DeliveryRow,
    { about, ...message }: WaitingPush,
  ): Promise<PushMessage | Outcome> {
    const said = await this.late.saidOf(row, about)
    return said !== undefined && 'is' in said ? said : { ...message, ...said }
  }

  /** A token that nobody has any more is not tried again by anything. */
  private async withoutGone(target: Target, outcome: Outcome): Promise<Outcome> {
    if (outcome.is === 'gone') await this.devices.drop(target)
    return outcome
  }
}

const GONE: Outcome = { is: 'gone', answer: 'The device was removed' }

const messageOf = ({
  key,
  title,
  body,
  path,
  tag,
  kind,
  messageId,
  subject,
  about,
}: PushDraft): WaitingPush => ({
  id: key,
  title,
  body,
  path,
  tag,
  kind,
  messageId: messageId ?? null,
  subject,
  about,
})
