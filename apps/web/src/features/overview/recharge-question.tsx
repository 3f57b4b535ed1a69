import { type Need, useFormat } from '@streamline/client'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '../../design/button.tsx'

/** "Recharged today for ₹299?": asked once, in place. */
export const RechargeQuestion = ({
  need,
  busy,
  onYes,
  onNo,
}: {
  need: Need
  busy: boolean
  onYes: () => void
  onNo: () => void
}) => {
  const { t } = useTranslation('overview')
  const cancel = useTranslation('app').t('actions.cancel')
  const format = useFormat()
  return (
    <fieldset className="mt-3 animate-rise rounded-control bg-brand-soft p-4">
      <legend className="float-left w-full font-semibold">
        {need.amount
          ? t('needs.confirmRecharge', { money: format.money(need.amount) })
          : t('needs.confirmRechargePlain')}
      </legend>
      <div className="clear-both flex flex-wrap gap-2 pt-3">
        <Button size="sm" icon={Check} busy={busy} onClick={onYes}>
          {t('needs.yesRecharge')}
        </Button>
        <ButtonLink
          size="sm"
          variant="secondary"
          to="/subscriptions/$subscriptionId"
          params={{ subscriptionId: need.subscriptionId }}
        >
          {t('needs.otherRecharge')}
        </ButtonLink>
        <Button size="sm" variant="quiet" onClick={onNo}>
          {cancel}
        </Button>
      </div>
    </fieldset>
  )
}
