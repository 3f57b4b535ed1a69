import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Deliveries } from '../../platform/deliveries/deliveries.ts'
import type { DeliveryRow, Outcome, Posted } from '../../platform/deliveries/delivery.types.ts'
import type { Locale } from '../../platform/mail/letter.ts'
import type { Queries } from '../../platform/postgres/postgres.ts'
import { fcmChannel } from '../../platform/push/fcm.channel.ts'
import { Fcm } from '../../platform/push/fcm.ts'
import type { PushMessage } from '../../platform/push/push-message.ts'
import { webPushChannel } from '../../platform/push/web-push.channel.ts'
import { WebPush } from '../../platform/push/web-push.ts'
import { v5 } from 'uuid'
import { DevicesService } from '../identity/devices/devices.service.ts'

/** What is told to somebody on all their devices. */
export interface PushDraft extends Omit<PushMessage, 'id' | 'messageId'> {
  readonly userId: string
  readonly householdId?: string | undefined
  readonly messageId?: string | undefined
  readonly locale: Locale
  /** The same for what is sent again. */
  readonly key: string
  readonly isOwn?: boolean
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
  ) {}

  onModuleInit(): void {
    this.deliveries.carry(webPushChannel, (row, message) => this.toBrowser(row, message))
    this.deliveries.carry(fcmChannel, (row, message) => this.toPhone(row, message))
  }

  /** Part of the transaction of its cause. */
  async post(on: Queries, draft: PushDraft): Promise<Posted[]> {
    const targets = await this.devices.targetsOf(on, draft.userId)
    const options = { isOwn: draft.isOwn ?? false }
    const to = (kind: Target['kind']) =>
      targets.filter((one) => one.kind === kind).map((target) => deliveryOf(draft, target))
    const browsers = await this.deliveries.post(on, webPushChannel, to('webPush'), options)
    // Where no phone can be reached nothing is left for one.
    const phones = this.fcm.isOffered ? to('fcm') : []
    return [...browsers, ...(await this.deliveries.post(on, fcmChannel, phones, options))]
  }

  async isReached(on: Queries, userId: string): Promise<boolean> {
    return (await this.devices.targetsOf(on, userId)).length > 0
  }

  private async toBrowser(row: DeliveryRow, message: PushMessage): Promise<Outcome> {
    const target = await this.targetOf(row)
    if (target === undefined || target.p256dh === null || target.auth === null) return GONE
    const { token: endpoint, p256dh, auth } = target
    return this.withoutGone(target, await this.webPush.send(message, { endpoint, p256dh, auth }))
  }

  private async toPhone(row: DeliveryRow, message: PushMessage): Promise<Outcome> {
    const target = await this.targetOf(row)
    return target === undefined ? GONE : this.withoutGone(target, await this.fcm.send(message, target.token))
  }

  private async targetOf({ userId, targetId }: DeliveryRow): Promise<Target | undefined> {
    return userId === null || targetId === null ? undefined : this.devices.target(userId, targetId)
  }

  /** A token that nobody has any more is not tried again by anything. */
  private async withoutGone(target: Target, outcome: Outcome): Promise<Outcome> {
    if (outcome.is === 'gone') await this.devices.drop(target)
    return outcome
  }
}

const GONE: Outcome = { is: 'gone', answer: 'The device was removed' }

const deliveryOf = (
  { key, userId, householdId, messageId, locale, isOwn: _isOwn, ...said }: PushDraft,
  { id: targetId, name: recipient }: Target,
) => ({
  key: v5(targetId, key),
  kind: said.kind,
  locale,
  recipient,
  targetId,
  userId,
  householdId,
  messageId,
  title: said.title,
  data: { ...said, id: key, messageId: messageId ?? null },
})
