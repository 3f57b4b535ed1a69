import { Injectable } from '@nestjs/common'
import type { contract, notificationPreferencesSchema } from '@streamline/contract'
import { reminderKinds, withoutLeads, type ReminderKind, type ReminderPreferences } from '@streamline/domain'
import { isTimeZone } from '@streamline/domain/zone'
import type * as z from 'zod'
import { Clock } from '../../platform/clock/clock.ts'
import type { Act } from '../../platform/http/act.ts'
import type { Actor } from '../../platform/http/actor.ts'
import type { Call } from '../../platform/http/call.ts'
import { invalidInput, ProblemError } from '../../platform/http/problem.ts'
import { Postgres, type Tx } from '../../platform/postgres/postgres.ts'
import { HouseholdFollowingService } from '../households/household-following.service.ts'
import { PreferencesRepository, type PreferencesRow } from './preferences.repository.ts'
import { preferencesOf, rulesIn } from './stored-rules.ts'

type Changes = Call<typeof contract.notifications.update>['input']
type PreferencesAnswer = z.infer<typeof notificationPreferencesSchema>

/** How somebody wants to be reminded. It is theirs alone, and the same in all their households. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly repository: PreferencesRepository,
    private readonly following: HouseholdFollowingService,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
  ) {}

  async read({ userId }: Actor): Promise<PreferencesAnswer> {
    return presented(await this.repository.of(userId))
  }

  async of(userId: string): Promise<ReminderPreferences> {
    return preferencesOf(await this.repository.of(userId))
  }

  async update(
    { userId }: Actor,
    { ifMatch, act }: { ifMatch: number | null; act: Act },
    changes: Changes,
  ): Promise<PreferencesAnswer> {
    const { timeZone } = changes
    if (timeZone !== undefined && timeZone !== null && !isTimeZone(timeZone))
      throw invalidInput('/timeZone', 'is not a time zone')
    return this.postgres.transaction(async (tx) => {
      const row = await this.repository.of(userId, tx)
      if (ifMatch !== null && ifMatch !== (row?.revision ?? 0)) throw stale(row)
      const saved = await this.save(tx, userId, withChanges(row, changes))
      return act.answer(tx, presented(saved), { revision: saved.revision })
    })
  }

  /** For the link in a letter: no more of these by e-mail. */
  async stopMail(userId: string, kinds: readonly ReminderKind[]): Promise<void> {
    const rules = kinds.map((kind) => ({ kind, email: false }))
    await this.postgres.transaction(async (tx) => {
      await this.save(tx, userId, withChanges(await this.repository.of(userId, tx), { rules }))
    })
  }

  private async save(tx: Tx, userId: string, row: PreferencesRow): Promise<PreferencesRow> {
    if (!(await this.repository.save(tx, userId, row, this.clock.nowIso())))
      throw stale(await this.repository.of(userId, tx))
    await this.following.touchAllOf(tx, userId)
    return { ...row, revision: row.revision + 1 }
  }
}

const stale = (row: PreferencesRow | undefined) =>
  new ProblemError('stale-revision', undefined, { current: presented(row) })

const presented = (row: PreferencesRow | undefined): PreferencesAnswer => {
  const { rules, ...rest } = preferencesOf(row)
  const ofKinds = reminderKinds.map((kind) => ({ kind, ...rules[kind], leadDays: [...rules[kind].leadDays] }))
  return { revision: row?.revision ?? 0, rules: ofKinds, ...rest }
}

const withChanges = (row: PreferencesRow | undefined, changes: Changes): PreferencesRow => {
  const before = preferencesOf(row)
  const { sendAt = before.sendAt, digest = before.digest } = changes
  const quiet = changes.quiet === undefined ? before.quiet : changes.quiet
  const timeZone = changes.timeZone === undefined ? before.timeZone : changes.timeZone
  const rules = { ...(row === undefined ? {} : rulesIn(row)) }
  for (const { kind, leadDays, ...ways } of changes.rules ?? []) {
    const rule = rules[kind] ?? before.rules[kind]
    const days = [...new Set(leadDays ?? rule.leadDays)].toSorted((a, b) => b - a)
    if (days.length > 0 && withoutLeads.has(kind) && leadDays !== undefined)
      throw invalidInput('/rules', `${kind} has no days ahead`)
    const { email = rule.email, inbox = rule.inbox, push = rule.push, webhook = rule.webhook } = ways
    rules[kind] = { email, inbox, push, webhook, leadDays: days }
  }
  const revision = row?.revision ?? 0
  return {
    rules,
    sendAt,
    quietFrom: quiet?.from ?? null,
    quietUntil: quiet?.until ?? null,
    timeZone,
    digest,
    revision,
  }
}
