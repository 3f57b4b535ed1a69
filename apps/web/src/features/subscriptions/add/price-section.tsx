import { amountText, parseAmount, type Plan, useFormat, useHousehold } from '@streamline/client'
import { type DraftForm, scaledPrice, isNetworkLine } from '@streamline/client/subscriptions'
import {
  defaultTax,
  isOldPrice,
  isSameInterval,
  wholeMonths,
  withTax,
  type BillingInterval,
} from '@streamline/domain'
import { BadgeIndianRupee, CircleHelp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../../design/amount-field.tsx'
import { CheckField } from '../../../design/check-field.tsx'
import { focusFirst } from '../../../design/focus-first.ts'
import { Segmented } from '../../../design/segmented.tsx'
import { BalanceNote } from '../fields/balance-note.tsx'
import { IntervalField } from '../fields/interval-field.tsx'

export interface SectionProps {
  form: DraftForm
  plan: Plan | null
  set: (change: Partial<DraftForm>) => void
  errorAt: (field: keyof DraftForm) => string | undefined
}

/** The price of another interval starts from the plan's own, in proportion; where that says nothing, from nothing. */
const priceFor = (interval: BillingInterval, form: DraftForm, plan: Plan | null): string => {
  if (plan === null) return form.price
  const scaled = scaledPrice(plan.price.amount, plan.interval, interval)
  return scaled === null ? '' : amountText(scaled, plan.price.currency)
}

/** What is debited where tax comes on top: "₹967.60 will be debited: ₹820 + 18 % GST". */
const DebitLine = ({ form, basisPoints }: { form: DraftForm; basisPoints: number }) => {
  const { t } = useTranslation('add')
  const format = useFormat()
  const amount = parseAmount(form.price, form.currency)
  if (amount === null || form.taxIncluded || basisPoints === 0) return null
  const debit = withTax(amount, { included: false, basisPoints })
  return (
    <p className="flex items-start gap-2.5 rounded-control bg-sunken px-4 py-3 text-sm">
      <BadgeIndianRupee size={18} className="mt-px shrink-0 text-muted" aria-hidden />
      <span>
        <span className="font-semibold">
          {t('price.debited', { amount: format.money({ amount: debit.amount, currency: form.currency }) })}
        </span>{' '}
        <span className="text-muted">
          {t('price.taxOnTop', {
            price: format.money({ amount, currency: form.currency }),
            percent: format.percent(basisPoints / 10_000),
          })}
        </span>
      </span>
    </p>
  )
}

/** A doubt about the price: it stands where the price is, before anything else is asked. */
const PriceNote = ({ children }: { children: string }) => (
  <p className="flex items-start gap-2.5 rounded-control bg-warn-soft px-4 py-3 text-sm font-medium text-warn">
    <CircleHelp size={18} className="mt-px shrink-0" aria-hidden />
    {children}
  </p>
)

export const PriceSection = ({ form, plan, set, errorAt }: SectionProps) => {
  const { t } = useTranslation('add')
  const format = useFormat()
  const { country, today } = useHousehold()
  const isOld = plan !== null && isOldPrice(plan, today)
  const tax = plan !== null && plan.tax.basisPoints > 0 ? plan.tax : defaultTax(country, false)
  // A plan that states its total needs no question; what a person pays may be either.
  const asksTax =
    tax.basisPoints > 0 &&
    (plan === null ? isNetworkLine(form.kind) || !form.taxIncluded : !plan.tax.included)
  const own = plan !== null && !isSameInterval(plan.interval, form.interval)
  return (
    <div className="space-y-4">
      {form.kind === 'tv' ? (
        <Segmented
          label={t('price.ways')}
          value={form.byDay ? 'byDay' : 'fixed'}
          options={(['fixed', 'byDay'] as const).map((value) => ({ value, label: t(`price.way.${value}`) }))}
          onChange={(way) =>
            set({ byDay: way === 'byDay', ...(way === 'byDay' ? { renewal: 'manual' } : {}) })
          }
        />
      ) : null}
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] items-start gap-3 min-[30rem]:gap-4">
        <AmountField
          // A price nobody checked lately is the first thing to look at.
          ref={isOld ? focusFirst : undefined}
          onFocus={(event) => event.target.select()}
          label={
            form.byDay
              ? t('price.recharged')
              : asksTax && !form.taxIncluded
                ? t('price.labelNet')
                : t('price.label')
          }
          currency={form.currency}
          value={form.price}
          onChange={(price) => set({ price })}
          error={errorAt('price')}
        />
        {form.byDay ? (
          <AmountField
            label={t('price.dayRate')}
            currency={form.currency}
            value={form.dayRate}
            onChange={(dayRate) => set({ dayRate })}
            error={errorAt('dayRate')}
          />
        ) : (
          <IntervalField
            label={t('price.interval')}
            own={plan?.interval ?? form.interval}
            value={form.interval}
            error={errorAt('interval')}
            onChange={(interval) => {
              // Bills are made on a day of the month, so only whole months have one.
              const postpaid = form.postpaid && wholeMonths(interval) > 0
              set({ interval, postpaid, price: priceFor(interval, form, plan) })
            }}
          />
        )}
      </div>
      {form.byDay ? <BalanceNote form={form} /> : null}
      {own && !form.byDay ? (
        <PriceNote>{t('price.scaled')}</PriceNote>
      ) : isOld ? (
        <PriceNote>{t('price.seen', { date: format.asOf(plan.asOf, plan.asOfPrecision) })}</PriceNote>
      ) : null}
      {asksTax ? (
        <>
          <DebitLine form={form} basisPoints={tax.basisPoints} />
          <CheckField
            label={t('price.taxIncluded', { percent: format.percent(tax.basisPoints / 10_000) })}
            checked={form.taxIncluded}
            onChange={(taxIncluded) => set({ taxIncluded })}
          />
        </>
      ) : null}
    </div>
  )
}
