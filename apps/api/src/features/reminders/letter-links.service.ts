import { Inject, Injectable } from '@nestjs/common'
import { reminderKinds, type CalendarDate, type ReminderKind } from '@streamline/domain'
import { v7 } from 'uuid'
import * as z from 'zod'
import { ENV, type Env } from '../../env.ts'
import { Clock } from '../../platform/clock/clock.ts'
import { SealedBox } from '../../platform/secrets/sealed-box.ts'
import type { HouseholdPerson } from '../households/member.types.ts'
import type { Said } from '../letters/said.types.ts'

const MONTH = 30 * 86_400_000

/** What can be done from a letter. */
export const letterActKinds = ['paid', 'recharged', 'snooze1', 'snooze3', 'snooze7'] as const

export type LetterActKind = (typeof letterActKinds)[number]

const sealed = z.strictObject({
  id: z.uuid(),
  userId: z.uuid(),
  householdId: z.uuid(),
  memberId: z.uuid(),
  kind: z.enum(reminderKinds),
  subjectId: z.uuid(),
  subscriptionId: z.uuid().nullable(),
  on: z.iso.date().transform((date) => date as CalendarDate),
  title: z.string(),
  until: z.number(),
})

export type LetterLink = z.infer<typeof sealed>

const SNOOZES: readonly LetterActKind[] = ['snooze1', 'snooze3', 'snooze7']

/** What makes sense of each kind; a debit that comes by itself is only put off. */
export const actsOf = (kind: ReminderKind): readonly LetterActKind[] => {
  if (kind === 'due' || kind === 'overdue') return ['paid', ...SNOOZES]
  return kind === 'expiry' ? ['recharged', ...SNOOZES] : SNOOZES
}

/** Links to a page on which somebody acts without signing in, for as long as what they are about lasts. */
@Injectable()
export class LetterLinksService {
  private readonly box: SealedBox

  constructor(
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {
    this.box = new SealedBox(env.appSecret, 'letter links')
  }

  linkFor({ id: householdId, memberId, userId }: HouseholdPerson, said: Said, title: string): string {
    const { kind, subjectId, subscriptionId, on } = said
    const about = { kind, subjectId, subscriptionId, on, title: title.slice(0, 200) }
    const until = this.clock.now() + MONTH
    const link: LetterLink = { id: v7(), userId, householdId, memberId, ...about, until }
    const url = new URL('/v1/letter', this.env.publicUrl)
    url.searchParams.set('token', this.box.seal(JSON.stringify(link)))
    return url.href
  }

  /** Null where it is no link of ours, is too old, or was made under a secret that is lost. */
  read(token: string): LetterLink | null {
    const text = this.box.open(token)
    if (text === undefined) return null
    const link = sealed.parse(JSON.parse(text))
    return link.until < this.clock.now() ? null : link
  }
}
