import type { Charge, Subscription } from '@streamline/client'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../design/act-button.tsx'
import { Button } from '../../../design/button.tsx'

export interface RowActs {
  /** The oldest charge of it that waits for a payment. */
  readonly due: Charge | undefined
  readonly recharge: boolean
  /** Which of them is underway. */
  readonly busy: { readonly paying: boolean; readonly recharging: boolean; readonly restoring: boolean }
  readonly onRecharge: () => void
  readonly onRechargeDetails: () => void
  /** Null for what was not removed, or may not be brought back by who looks. */
  readonly onRestore: (() => void) | null
  readonly onPay: (charge: Charge) => void
  readonly onPayDetails: (charge: Charge) => void
}

/** What can be done about a subscription without opening it. */
export const RowActions = ({
  subscription: { name },
  acts: { due, recharge, busy, onRecharge, onRechargeDetails, onRestore, onPay, onPayDetails },
  onlyFirst = false,
}: {
  subscription: Subscription
  acts: RowActs
  /** Where there is room for one. */
  onlyFirst?: boolean
}) => {
  const { t } = useTranslation(['subscriptions', 'verbs'])
  return (
    <>
      {recharge ? (
        <ActButton
          variant="soft"
          size="sm"
          busy={busy.recharging}
          aria-label={`${t('verbs:recharge')}: ${name}`}
          onClick={onRecharge}
          onDetails={onRechargeDetails}
        >
          {t('verbs:recharge')}
        </ActButton>
      ) : null}
      {onRestore === null ? null : (
        <Button
          variant="soft"
          size="sm"
          busy={busy.restoring}
          aria-label={`${t('row.bringBack')}: ${name}`}
          onClick={onRestore}
        >
          {t('row.bringBack')}
        </Button>
      )}
      {due === undefined || (onlyFirst && recharge) ? null : (
        <ActButton
          variant={recharge ? 'quiet' : 'soft'}
          size="sm"
          data-key="p"
          busy={busy.paying}
          aria-label={`${t('verbs:markPaid')}: ${name}`}
          onClick={() => onPay(due)}
          onDetails={() => onPayDetails(due)}
        >
          {t('verbs:markPaid')}
        </ActButton>
      )}
    </>
  )
}
