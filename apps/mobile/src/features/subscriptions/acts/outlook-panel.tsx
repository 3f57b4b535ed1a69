import { type ActOutlook, useFormat } from '@streamline/client'
import { type Outlook, type OutlookCredit, useOutlookText } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Badge } from '../../../design/badge.tsx'
import { Disclosure } from '../../../design/disclosure.tsx'
import { FormError } from '../../../design/error-state.tsx'
import { Icon } from '../../../design/icon.tsx'
import { Scale } from '../../../design/icons.ts'
import { Money } from '../../../design/money.tsx'
import { Text } from '../../../design/text.tsx'

type Line = ActOutlook['lines'][number]

const tones = { goes: 'neutral', comes: 'brand', changes: 'warn' } as const

const OutlookLine = ({ line }: { line: Line }) => {
  const { t } = useTranslation('acts')
  const format = useFormat()
  const { what, startsOn, endsOn, dueOn, amount, before, paid } = line
  const notes = [
    t('outlook.due', { date: format.shortDate(dueOn) }),
    before === null ? null : t('outlook.before', { amount: format.money(before) }),
    paid.amount === 0 ? null : t('outlook.paid', { amount: format.money(paid) }),
  ].filter((note) => note !== null)
  const gone = what === 'goes' ? 'line-through' : undefined
  return (
    <View className="flex-row items-start justify-between gap-3">
      <View className="min-w-0 flex-1">
        <View className="flex-row flex-wrap items-center gap-x-2">
          <Text size="sm" weight="semibold" tone={gone ? 'muted' : 'ink'} className={gone}>
            {format.period(startsOn, endsOn)}
          </Text>
          <Badge tone={tones[what]}>{t(`outlook.what.${what}`)}</Badge>
        </View>
        <Text size="sm" tone="muted">
          {notes.join(' · ')}
        </Text>
      </View>
      <Money value={amount} size="sm" tone={gone ? 'muted' : 'ink'} {...(gone ? { className: gone } : {})} />
    </View>
  )
}

/** What an act would do, in sight while its form is filled in. */
export const OutlookNote = ({
  outlook: { told, isSettled },
  waiting,
  credit,
}: {
  outlook: Outlook
  waiting?: string | undefined
  /** What becomes of money where there is no next charge. */
  credit?: OutlookCredit | undefined
}) => {
  const { t } = useTranslation('acts')
  const sentences = useOutlookText()
  const lines = told === null ? [waiting ?? t('outlook.waiting')] : sentences(told, credit)
  return (
    <View accessibilityLiveRegion="polite" aria-busy={!isSettled} className="flex-row gap-2.5">
      <Icon of={Scale} size={18} tone="muted" />
      <View className="min-w-0 flex-1">
        {lines.map((sentence, at) => (
          <Text
            key={sentence}
            size="sm"
            tone={told === null ? 'muted' : 'ink'}
            weight={at === 0 && told !== null ? 'semibold' : 'normal'}
          >
            {sentence}
          </Text>
        ))}
      </View>
    </View>
  )
}

/** The charges that an act would touch, for who wants to look; and why it cannot be done, where no field says so. */
export const OutlookLines = ({ outlook: { told, rest } }: { outlook: Outlook }) => {
  const { t } = useTranslation('acts')
  if (told === null || told.lines.length === 0) return rest ? <FormError error={rest} /> : null
  const { lines, goes, comes, changes } = told
  const isAll = lines.length === goes + comes + changes
  return (
    <Disclosure label={t(isAll ? 'outlook.lines' : 'outlook.linesFirst', { count: lines.length })}>
      {lines.map((line) => (
        <OutlookLine key={`${line.what} ${line.startsOn} ${line.dueOn}`} line={line} />
      ))}
    </Disclosure>
  )
}
