import { daysBetween, type CalendarDate } from '@streamline/domain'
import type { i18n } from 'i18next'
import type { Overview } from '../answers.ts'
import type { Format } from '../format/format.ts'
import { needGroups } from './need-groups.ts'
import { needText, type NeedText } from './need-text.ts'

/** A need where there is little room: its name, what it asks, and what it costs. */
export interface NextNeed {
  readonly subscriptionId: string
  readonly name: string
  readonly text: string
  readonly tone: NeedText['tone']
  readonly money: string | null
}

/** The next few things that the person must do, in words, for where no screen of the app is; as of `today`, however old the answer. */
export const nextNeeds = (
  { needs }: Pick<Overview, 'needs'>,
  { texts, format, today, most = 3 }: { texts: i18n; format: Format; today: CalendarDate; most?: number },
): readonly NextNeed[] => {
  const words = { t: texts.getFixedT(null, 'overview'), words: texts.getFixedT(null, 'words'), format }
  return needGroups(needs.filter(({ yours }) => yours))
    .slice(0, most)
    .map(({ first, total }) => ({
      subscriptionId: first.subscriptionId,
      name: first.name,
      ...needText({ ...first, days: daysBetween(today, first.on) }, words),
      money: total === null ? null : format.money(total),
    }))
}
