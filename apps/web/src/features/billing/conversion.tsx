import { type Rate, useFormat } from '@streamline/client'
import type { ForeignDraft, ForeignField, readForeign } from '@streamline/client/billing'
import type { CalendarDate } from '@streamline/domain'
import { ArrowRightLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../design/amount-field.tsx'
import { Button } from '../../design/button.tsx'
import { CheckField } from '../../design/check-field.tsx'
import { RateFields } from './rate-fields.tsx'

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
  const line = useRateLine()
  return (
    <>
      {read.isOld && known !== null ? (
        <CheckField
          label={t('rate.useOld', {
            rate: t('rate.line', { from: known.from, to: known.to, rate: known.rate }),
          })}
          hint={t('rate.old', { date: format.date(known.on) })}
          checked={draft.oldRate}
          onChange={(oldRate) => set({ oldRate })}
        />
      ) : null}
      {read.needsRate ? (
        <>
          <p className="text-sm font-medium">
            {read.isOld
              ? t('rate.newer')
              : t('rate.missing', { from: draft.currency, date: format.shortDate(on as CalendarDate) })}
          </p>
          <RateFields
            {...read.pair}
            rate={draft.rate}
            source={draft.source}
            errorAt={errorAt}
            onChange={set}
          />
        </>
      ) : known !== null ? (
        <p className="text-sm text-muted">{line(known)}</p>
      ) : null}
    </>
  )
}

const useRateLine = () => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  return ({ from, to, rate, on, source }: Rate): string =>
    t('rate.by', { rate: t('rate.line', { from, to, rate }), date: format.shortDate(on), source })
}

/** What money in another currency counts as: by the rate of its day, or as the statement says both sums. */
export const Conversion = (props: ConversionProps) => {
  const { draft, read, to, errorAt, set } = props
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { minor, converted, isTold } = read
  return (
    <div className="space-y-4 rounded-control bg-sunken p-4">
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
      <p aria-live="polite" className="flex gap-2.5 text-sm empty:hidden">
        {converted === null || minor === null ? null : (
          <>
            <ArrowRightLeft size={17} className="mt-px shrink-0 text-brand" aria-hidden />
            <span className="figures font-semibold">
              {t('rate.converted', {
                amount: format.money({ amount: minor, currency: draft.currency }),
                converted: format.money({ amount: converted, currency: to }),
              })}
            </span>
          </>
        )}
      </p>
      <Button
        variant="quiet"
        size="sm"
        className="-my-2 -ml-4"
        onClick={() => set({ bothSums: !draft.bothSums })}
      >
        {t(isTold ? 'rate.byRate' : 'rate.bothSums')}
      </Button>
    </div>
  )
}
