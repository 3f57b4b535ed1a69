import type { Plan, SubscriptionDetail } from '@streamline/client'
import type { RechargeDraft } from '@streamline/client/subscriptions'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/button.tsx'
import type { TextField } from '../../../design/field.tsx'
import { BonusFields } from '../fields/bonus-fields.tsx'
import { PlanChoice } from '../acts/plan-choice.tsx'

const summary = 'flex min-h-11 items-center text-sm font-semibold text-brand'

/** What is otherwise now and then: another pack of the catalogue, and what was given on top. */
export const RechargeExtras = ({
  subscription,
  form,
  bonus,
  planError,
  onUnit,
  onPlan,
}: {
  subscription: SubscriptionDetail
  form: RechargeDraft
  bonus: Omit<ComponentProps<typeof TextField>, 'label'>
  planError: string | undefined
  onUnit: (unit: RechargeDraft['bonusUnit']) => void
  onPlan: (plan: Plan | null) => void
}) => {
  const { t } = useTranslation(['acts', 'app'])
  return (
    <div className="-mt-2">
      {subscription.providerId === null ? null : (
        <details>
          <summary className={summary}>{t('recharge.otherPack')}</summary>
          <div className="space-y-3 pb-3">
            <p className="text-sm text-muted">{t('recharge.otherPackHint')}</p>
            <PlanChoice subscription={subscription} value={form.plan} error={planError} onChange={onPlan} />
            {form.plan === null ? null : (
              <Button variant="secondary" size="sm" onClick={() => onPlan(null)}>
                {t('recharge.keepPack')}
              </Button>
            )}
          </div>
        </details>
      )}
      <details>
        <summary className={summary}>{t('recharge.bonus')}</summary>
        <div className="pb-3">
          <BonusFields label={t('recharge.bonus')} count={bonus} unit={form.bonusUnit} onUnit={onUnit} />
        </div>
      </details>
    </div>
  )
}
