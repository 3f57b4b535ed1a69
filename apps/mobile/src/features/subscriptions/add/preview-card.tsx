import { type Split, useFormat, useHousehold, useProblemText } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import {
  type DraftForm,
  type PreviewSummary,
  regularIn,
  type usePreview,
} from '@streamline/client/subscriptions'
import { addDays, sharesOf } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Badge } from '../../../design/badge.tsx'
import { Card, Hairline } from '../../../design/card.tsx'
import { classes } from '../../../design/classes.ts'
import { Money } from '../../../design/money.tsx'
import { Text } from '../../../design/text.tsx'

type Period = PreviewSummary['shown'][number]

const PeriodRow = ({ period, expected }: { period: Period; expected: boolean }) => {
  const { t } = useTranslation('add')
  const format = useFormat()
  const { today } = useHousehold()
  const { startsOn, endsOn, dueOn, charge, phase } = period
  const what =
    phase === 'trial'
      ? t('preview.trial')
      : expected
        ? t('preview.rechargeOn', { date: format.date(startsOn) })
        : t('preview.dueOn', { date: format.date(dueOn) })
  return (
    <View className="flex-row items-start justify-between gap-3 py-2.5">
      <View className="min-w-0 flex-1">
        <View className="flex-row flex-wrap items-center gap-x-2">
          <Text weight="semibold">{format.period(startsOn, endsOn)}</Text>
          {startsOn <= today && today < endsOn ? <Badge tone="brand">{t('preview.now')}</Badge> : null}
        </View>
        <Text size="sm" tone="muted">
          {phase === 'intro' ? `${what} · ${t('preview.intro')}` : what}
        </Text>
      </View>
      {charge.amount === 0 ? (
        <Text weight="semibold" tone="positive">
          {t('preview.free')}
        </Text>
      ) : (
        <Money value={charge} tone={expected ? 'muted' : 'ink'} />
      )}
    </View>
  )
}

/** What will happen, exactly as the service will raise it, while the form is being filled in. */
export const PreviewCard = ({
  form,
  split,
  preview,
  summary,
}: {
  form: DraftForm
  /** Null while it is none. */
  split: Split | null
  preview: ReturnType<typeof usePreview>
  summary: PreviewSummary | null
}) => {
  const { t } = useTranslation('add')
  const format = useFormat()
  const problem = useProblemText()
  const { shortNameOf } = usePeople()
  const first = regularIn(summary)
  const shares =
    first && split !== null && split.kind !== 'payer' && !form.private && first.charge.amount > 0
      ? sharesOf(first.charge.amount, split, 0)
      : []
  const [earliest] = summary?.past ?? []
  const [next] = summary?.shown ?? []
  const notes = [
    first === undefined || shares.length === 0
      ? null
      : t('preview.shares', {
          parts: shares
            .map(
              ({ memberId, amount }) =>
                `${shortNameOf(memberId)} ${format.money({ amount, currency: first.charge.currency })}`,
            )
            .join(' · '),
        }),
    earliest === undefined || summary === null
      ? null
      : t('preview.past', { count: summary.past.length, date: format.shortDate(earliest.startsOn) }),
    form.renewal === 'manual' && next !== undefined && summary?.stopped === false
      ? t('preview.manual', { date: format.date(addDays(next.endsOn, -1)) })
      : null,
  ].filter((note) => note !== null)
  return (
    <Card title={t('preview.title')}>
      <View
        accessibilityLiveRegion="polite"
        accessibilityState={{ busy: preview.isFetching }}
        className="gap-3"
      >
        {preview.error ? (
          <Text size="sm" weight="medium" tone="warn">
            {problem(preview.error)}
          </Text>
        ) : summary === null || next === undefined ? (
          <Text tone="muted">
            {summary !== null && summary.past.length > 0 ? t('preview.tooFar') : t('preview.empty')}
          </Text>
        ) : (
          <>
            {summary.stopped ? (
              <Text size="sm" weight="medium" tone="warn">
                {t('preview.stopped', { date: format.date(next.endsOn) })}
              </Text>
            ) : null}
            <View className={classes(preview.isPlaceholderData && 'opacity-60')}>
              {summary.shown.map((period, at) => (
                <View key={period.startsOn}>
                  {at > 0 ? <Hairline /> : null}
                  <PeriodRow period={period} expected={form.renewal === 'manual' && at > 0} />
                </View>
              ))}
            </View>
            {notes.map((note) => (
              <Text key={note} size="sm" tone="muted">
                {note}
              </Text>
            ))}
          </>
        )}
      </View>
    </Card>
  )
}
