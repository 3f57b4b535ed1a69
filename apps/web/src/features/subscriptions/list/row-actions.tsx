import type { Charge, Subscription } from '@streamline/client'
import { Check, RefreshCw, Undo2 } from 'lucide-react'
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
  // Where rows are narrow on a phone, the name needs the room of the words.
  const sized = onlyFirst ? 'max-sm:w-11 max-sm:px-0 sm:[&_svg:not(.animate-spin)]:hidden' : undefined
  const words = onlyFirst ? 'max-sm:sr-only' : undefined
  return (
    <>
      {recharge ? (
        <ActButton
          variant="soft"
          size="sm"
          busy={busy.recharging}
          icon={onlyFirst ? RefreshCw : undefined}
          className={sized}
          aria-label={`${t('verbs:recharge')}: ${name}`}
          onClick={onRecharge}
          onDetails={onRechargeDetails}
        >
          <span className={words}>{t('verbs:recharge')}</span>
        </ActButton>
      ) : null}
      {onRestore === null ? null : (
        <Button
          variant="soft"
          size="sm"
          busy={busy.restoring}
          icon={onlyFirst ? Undo2 : undefined}
          className={sized}
          aria-label={`${t('row.bringBack')}: ${name}`}
          onClick={onRestore}
        >
          <span className={words}>{t('row.bringBack')}</span>
        </Button>
      )}
      {due === undefined || (onlyFirst && recharge) ? null : (
        <ActButton
          variant={recharge ? 'quiet' : 'soft'}
          size="sm"
          data-key="p"
          busy={busy.paying}
          icon={onlyFirst ? Check : undefined}
          className={sized}
          aria-label={`${t('verbs:markPaid')}: ${name}`}
          onClick={() => onPay(due)}
          onDetails={() => onPayDetails(due)}
        >
          <span className={words}>{t('verbs:markPaid')}</span>
        </ActButton>
      )}
    </>
  )
}
