import { parseAmount, useFormat } from '@streamline/client'
import { balanceOfDraft, type TermsForm } from '@streamline/client/subscriptions'
import { CalendarCheck2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** How long a balance lasts: "₹300 at ₹10.50 a day: 28 days, until 27 Dec, ₹6 left over". */
export const BalanceNote = ({ form }: { form: TermsForm }) => {
  const { t } = useTranslation('add')
  const format = useFormat()
  const lasts = balanceOfDraft(form)
  const money = (typed: string): string =>
    format.money({ amount: parseAmount(typed, form.currency) ?? 0, currency: form.currency })
  return (
    <output className="figures flex gap-3 rounded-control bg-brand-soft px-4 py-3 text-sm font-semibold empty:hidden">
      {lasts === null ? null : (
        <>
          <CalendarCheck2 size={18} className="mt-px shrink-0 text-brand" aria-hidden />
          <span>
            {t('price.lasts', {
              amount: money(form.price),
              rate: money(form.dayRate),
              count: lasts.days,
              date: format.shortDate(lasts.until),
              left: format.money(lasts.left),
            })}
          </span>
        </>
      )}
    </output>
  )
}
