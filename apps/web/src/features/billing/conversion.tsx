import { useFormat } from '@streamline/client'
import type { PaymentDraft, PaymentField, readPayment } from '@streamline/client/billing'
import type { CalendarDate, Money } from '@streamline/domain'
import { ArrowRightLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { RateFields } from './rate-fields.tsx'

/** What a payment in another currency is worth on its day; where nobody wrote the rate down, it is asked for here. */
export const Conversion = ({
  draft,
  read: { minor, needsRate, inForce, converted },
  outstanding,
  errorAt,
  set,
}: {
  draft: PaymentDraft
  read: ReturnType<typeof readPayment>
  outstanding: Money
  errorAt: (field: PaymentField) => string | undefined
  set: (change: Partial<PaymentDraft>) => void
}) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { currency } = draft
  const known = !needsRate && inForce !== undefined && 'source' in inForce ? inForce : null
  return (
    <div className="space-y-4 rounded-control bg-sunken p-4">
      {needsRate ? (
        <>
          <p className="text-sm font-medium">
            {t('rate.missing', { from: currency, date: format.shortDate(draft.paidOn as CalendarDate) })}
          </p>
          <RateFields
            from={currency}
            to={outstanding.currency}
            rate={draft.rate}
            source={draft.source}
            errorAt={errorAt}
            onChange={set}
          />
        </>
      ) : null}
      <p aria-live="polite" className="flex gap-2.5 text-sm empty:hidden">
        {converted === null || minor === null ? null : (
          <>
            <ArrowRightLeft size={17} className="mt-px shrink-0 text-brand" aria-hidden />
            <span>
              <span className="figures font-semibold">
                {t('rate.converted', {
                  amount: format.money({ amount: minor, currency }),
                  converted: format.money({ amount: converted, currency: outstanding.currency }),
                })}
              </span>
              {known ? (
                <span className="block text-muted">
                  {t('rate.by', {
                    rate: t('rate.line', { from: known.from, to: known.to, rate: known.rate }),
                    date: format.shortDate(known.on as CalendarDate),
                    source: known.source,
                  })}
                </span>
              ) : null}
            </span>
          </>
        )}
      </p>
    </div>
  )
}
