import { useAdjustmentText } from '@streamline/client/subscriptions'
import type { Entry } from '@streamline/domain'
import { Scale } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** Paid periods are not paid again: what changes is what people owe each other, and this says how much. */
export const SplitAdjustments = ({
  periods,
  people,
  currency,
}: {
  periods: number
  people: readonly Entry[]
  currency: string
}) => {
  const { t } = useTranslation('split')
  const text = useAdjustmentText()
  return (
    <div aria-live="polite" className="empty:hidden">
      {periods === 0 ? null : (
        <div className="flex gap-3 rounded-control bg-warn-soft px-4 py-3 text-sm text-warn">
          <Scale size={18} className="mt-px shrink-0" aria-hidden />
          <div className="min-w-0">
            <p className="font-semibold">{t('adjusts', { count: periods })}</p>
            <ul className="figures mt-0.5">
              {people.map((person) => (
                <li key={person.memberId}>{text(person, currency)}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </div>
  )
}
