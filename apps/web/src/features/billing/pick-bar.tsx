import { type Charge, useHousehold } from '@streamline/client'
import { mostAtOnce, type Picking } from '@streamline/client/billing'
import { sumByCurrency } from '@streamline/domain'
import { ListChecks } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Amounts } from '../../design/money.tsx'

/** Above the list: begin choosing several, or take all that is due. */
export const PickStart = ({ picking: { isChoosing, allDue, pickAllDue, toggle } }: { picking: Picking }) => {
  const { t } = useTranslation('billing')
  return (
    <div className="-my-1 flex flex-wrap justify-end gap-x-1 max-[23rem]:justify-between max-[23rem]:gap-x-0 max-[23rem]:[&_button]:px-1 max-[23rem]:[&_svg]:hidden">
      {allDue !== null && allDue > 1 ? (
        <Button variant="quiet" size="sm" className="px-3" onClick={pickAllDue}>
          {t('several.allDue', { count: allDue })}
        </Button>
      ) : null}
      <Button
        variant="quiet"
        size="sm"
        icon={isChoosing ? undefined : ListChecks}
        aria-pressed={isChoosing}
        className="px-3"
        onClick={toggle}
      >
        {isChoosing ? t('several.stop') : t('several.start')}
      </Button>
    </div>
  )
}

/** How many are chosen and what that is, in sight while the list scrolls. */
export const PickBar = ({ charges, onPay }: { charges: readonly Charge[]; onPay: () => void }) => {
  const { t } = useTranslation('billing')
  const { currency } = useHousehold()
  if (charges.length === 0) return null
  return (
    <div className="sticky bottom-[calc(5.25rem+env(safe-area-inset-bottom))] z-20 flex animate-rise flex-wrap items-center justify-between gap-x-3 gap-y-2 rounded-card border border-line bg-surface py-2.5 pr-2.5 pl-5 shadow-float wide:bottom-6">
      <p aria-live="polite" className="min-w-0">
        <span className="block text-sm text-muted">{t('several.chosen', { count: charges.length })}</span>
        <Amounts
          values={sumByCurrency(charges.map(({ outstanding }) => outstanding))}
          currency={currency}
          size="lg"
        />
      </p>
      {charges.length > mostAtOnce ? (
        <p className="py-2.5 pr-3 text-sm font-medium text-warn">
          {t('several.most', { count: mostAtOnce })}
        </p>
      ) : (
        <Button className="max-[30rem]:grow" onClick={onPay}>
          {t('several.pay', { count: charges.length })}
        </Button>
      )}
    </div>
  )
}
