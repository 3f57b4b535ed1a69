import { Injectable } from '@nestjs/common'
import type { contract, deviceSchema } from '@streamline/contract'
import { v7 } from 'uuid'
import type * as z from 'zod'
import { Clock } from '../../../platform/clock/clock.ts'
import { sessionOf, type Actor } from '../../../platform/http/actor.ts'
import type { Call } from '../../../platform/http/call.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { Postgres, type Queries } from '../../../platform/postgres/postgres.ts'
import { AuditService } from '../../audit/audit.service.ts'
import { DeviceRepository, type DeviceOfUser, type PushTarget } from './device.repository.ts'
import { deviceOf } from '../../../platform/http/whereabouts.ts'
import { PushKeys } from '../../../platform/push/push-keys.ts'
import { beforeOf, pageOfRows, type PageInput } from '../../../platform/http/id-page.ts'
import { Secrets } from '../../../platform/secrets/secrets.ts'
import { UserRepository } from '../users/user.repository.ts'

type Registration = Call<typeof contract.identity.registerDevice>['input']
type DeviceAnswer = z.infer<typeof deviceSchema>

const MOST_KEPT = 20

/** Phones and browsers that get notifications: each belongs to one session, and goes with it. */
@Injectable()
export class DevicesService {
  constructor(
    private readonly devices: DeviceRepository,
    private readonly users: UserRepository,
    private readonly secrets: Secrets,
    private readonly audit: AuditService,
    private readonly keys: PushKeys,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
  ) {}

  async list({ userId }: Actor, { limit = 50, cursor }: PageInput) {
    const rows = await this.devices.ofUser(userId, this.clock.nowIso(), beforeOf(cursor), limit + 1)
    return pageOfRows(rows, limit, (row): DeviceAnswer => row)
  }

  /** Where messages to somebody can go now. */
  targetsOf(on: Queries, userId: string): Promise<PushTarget[]> {
    return this.devices.targets(on, userId, this.clock.nowIso())
  }

  /** By their id, without those that are gone, or whose session has ended. */
  async targets(asked: readonly DeviceOfUser[]): Promise<ReadonlyMap<string, PushTarget>> {
    const found = await this.devices.some(asked, this.clock.nowIso())
    return new Map(found.map((one) => [one.id, one]))
  }

  /** The provider says that nobody is there any more. */
  async drop({ id, kind, token }: PushTarget): Promise<void> {
    await this.devices.drop(id, this.hashOf(kind, token))
  }

  /** What browsers subscribe to. */
  async pushKey() {
    return { publicKey: await this.keys.publicKey() }
  }

  /** The same phone again is the same device; another account on it takes it over. */
  async register(actor: Actor, input: Registration): Promise<DeviceAnswer> {
    if (actor.demo) throw new ProblemError('forbidden')
    const { userId } = actor
    const sessionId = sessionOf(actor)
    const now = this.clock.nowIso()
    const token = input.kind === 'fcm' ? input.token : input.endpoint
    const tokenHash = this.hashOf(input.kind, token)
    const keys =
      input.kind === 'fcm' ? { p256dh: null, auth: null } : { p256dh: input.p256dh, auth: input.auth }
    return this.postgres.transaction(async (tx) => {
      // Two registrations of one person are counted one after the other.
      await this.users.lock(tx, userId)
      if ((await this.devices.countOthers(tx, userId, now, tokenHash)) >= MOST_KEPT)
        throw new ProblemError('too-many-kept', `${MOST_KEPT} devices are enough; remove one first.`)
      const isNew = (await this.devices.holderOf(tx, tokenHash)) !== userId
      const { kind, name = deviceOf(actor.origin.userAgent) ?? input.kind } = input
      const device = { id: v7(), userId, sessionId, kind, name, token, tokenHash, ...keys, registeredAt: now }
      const row = await this.devices.put(tx, device)
      if (isNew) await this.audit.own(actor, 'device-registered', tx, { name, kind })
      return row
    })
  }

  private hashOf(kind: string, token: string): Buffer {
    return this.secrets.hashOfToken(`${kind}\n${token}`)
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.postgres.transaction(async (tx) => {
      if (!(await this.devices.remove(tx, id, actor.userId))) throw new ProblemError('not-found')
      await this.audit.own(actor, 'device-removed', tx)
    })
  }
}
