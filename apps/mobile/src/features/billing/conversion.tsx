import { type Rate, useFormat } from '@streamline/client'
import type { ForeignDraft, ForeignField, readForeign } from '@streamline/client/billing'
import type { CalendarDate } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { AmountField } from '../../design/amount-field.tsx'
import { Button } from '../../design/button.tsx'
import { DecimalField } from '../../design/decimal-field.tsx'
import { TextField } from '../../design/field.tsx'
import { SwitchRow } from '../../design/switch-row.tsx'
import { Text } from '../../design/text.tsx'

interface ConversionProps {
  draft: ForeignDraft
  read: Omit<ReturnType<typeof readForeign>, 'problems' | 'how'>
  /** The rate that the household knows for that day. */
  known: Rate | null
  on: string
  /** The currency that it counts in. */
  to: string
  errorAt: (field: ForeignField) => string | undefined
  set: (change: Partial<ForeignDraft>) => void
}

/** The rate is asked for where nobody wrote it down, and again where it is of long ago. */
const RateQuestion = ({ draft, read, known, on, errorAt, set }: ConversionProps) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const line = (rate: Rate): string => t('rate.line', { from: rate.from, to: rate.to, rate: rate.rate })
  return (
    <>
      {read.isOld && known !== null ? (
        <SwitchRow
          label={t('rate.useOld', { rate: line(known) })}
          hint={t('rate.old', { date: format.date(known.on) })}
          value={draft.oldRate}
          onChange={(oldRate) => set({ oldRate })}
        />
      ) : null}
      {read.needsRate ? (
        <>
          <Text size="sm" weight="medium">
            {read.isOld
              ? t('rate.newer')
              : t('rate.missing', { from: draft.currency, date: format.shortDate(on as CalendarDate) })}
          </Text>
          <DecimalField
            digits={12}
            label={`${t('rate.rate', { from: read.pair.from })} ${read.pair.to}`}
            value={draft.rate}
            error={errorAt('rate')}
            onChange={(rate) => set({ rate })}
          />
          <TextField
            label={t('rate.source')}
            placeholder={t('rate.sourceHint')}
            maxLength={120}
            value={draft.source}
            error={errorAt('source')}
            onChangeText={(source) => set({ source })}
          />
        </>
      ) : known === null ? null : (
        <Text size="sm" tone="muted">
          {t('rate.by', { rate: line(known), date: format.shortDate(known.on), source: known.source })}
        </Text>
      )}
    </>
  )
}

/** What money in another currency counts as: by the rate of its day, or as the statement says both sums. */
export const Conversion = (props: ConversionProps) => {
  const { draft, read, to, errorAt, set } = props
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { minor, converted, isTold } = read
  return (
    <View className="gap-4 rounded-control bg-sunken p-4">
      {isTold ? (
        <AmountField
          label={t('rate.settles', { currency: to })}
          currency={to}
          value={draft.settles}
          onChange={(settles) => set({ settles })}
          error={errorAt('settles')}
        />
      ) : (
        <RateQuestion {...props} />
      )}
      {converted === null || minor === null ? null : (
        <Text size="sm" weight="semibold" accessibilityLiveRegion="polite">
          {t('rate.converted', {
            amount: format.money({ amount: minor, currency: draft.currency }),
            converted: format.money({ amount: converted, currency: to }),
          })}
        </Text>
      )}
      <Button
        variant="quiet"
        size="sm"
        className="-my-2 -ml-4 self-start"
        onPress={() => set({ bothSums: !draft.bothSums })}
      >
        {t(isTold ? 'rate.byRate' : 'rate.bothSums')}
      </Button>
    </View>
  )
}
