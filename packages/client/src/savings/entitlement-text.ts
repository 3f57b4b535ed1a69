import { addDays } from '@streamline/domain'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Entitlement } from '../answers.ts'
import { useFormat, type Format } from '../format/format.ts'
import { useMembers } from '../households/members.queries.ts'

interface Words {
  readonly t: TFunction<'savings'>
  readonly format: Format
  readonly nameOf: (memberId: string) => string
}

/** A right in words: for whom, on which screen, by what, until when; the same wherever it is said. */
export const entitlementText =
  ({ t, format, nameOf }: Words) =>
  (right: Entitlement, today: string): { people: string; screen: string; days: string } => {
    const { memberIds, isForEverybody, maxResolution, screens, devices, hasAds } = right
    const last = right.until === null ? null : format.date(addDays(right.until, -1))
    const begins = right.from > today ? t('watch.from', { date: format.date(right.from) }) : null
    const ends =
      last === null
        ? t('watch.goesOn')
        : t(right.goesOn ? 'watch.untilRecharge' : 'watch.until', { date: last })
    return {
      people:
        isForEverybody && memberIds.length > 1 ? t('watch.everybody') : format.list(memberIds.map(nameOf)),
      screen: [
        maxResolution,
        screens === null ? null : t('watch.screens', { count: screens }),
        devices === 'mobile-only' ? t('watch.phonesOnly') : null,
        hasAds === null ? null : t(hasAds ? 'watch.ads' : 'watch.noAds'),
        right.isIncluded ? t('watch.with', { name: right.subscription.name }) : null,
      ]
        .filter((fact) => fact !== null)
        .join(' · '),
      days: [right.state === 'toClaim' ? t('watch.toClaim') : null, begins, ends]
        .filter((fact) => fact !== null)
        .join(' · '),
    }
  }

export const useEntitlementText = () => {
  const { t } = useTranslation('savings')
  const { data: members = [] } = useMembers()
  const names = new Map(members.map(({ id, name }) => [id, name]))
  return entitlementText({ t, format: useFormat(), nameOf: (id) => names.get(id) ?? '' })
}
