import type { Charge, Subscription } from '@streamline/client'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/button.tsx'

export interface RowActs {
  /** The oldest charge of it that waits for a payment. */
  readonly due: Charge | undefined
  readonly recharge: boolean
  readonly restoring: boolean
  readonly onRecharge: () => void
  /** Null for what was not removed, or may not be brought back by who looks. */
  readonly onRestore: (() => void) | null
  readonly onPay: (charge: Charge) => void
}

/** What can be done about a subscription without opening it. */
export const RowActions = ({
  subscription: { name },
  acts: { due, recharge, restoring, onRecharge, onRestore, onPay },
  onlyFirst = false,
}: {
  subscription: Subscription
  acts: RowActs
  /** Where there is room for one. */
  onlyFirst?: boolean
}) => {
  const { t } = useTranslation('subscriptions')
  return (
    <>
      {recharge ? (
        <Button variant="soft" size="sm" aria-label={`${t('row.recharge')}: ${name}`} onClick={onRecharge}>
          {t('row.recharge')}
        </Button>
      ) : null}
      {onRestore === null ? null : (
        <Button
          variant="soft"
          size="sm"
          busy={restoring}
          aria-label={`${t('row.bringBack')}: ${name}`}
          onClick={onRestore}
        >
          {t('row.bringBack')}
        </Button>
      )}
      {due === undefined || (onlyFirst && recharge) ? null : (
        <Button
          variant={recharge ? 'quiet' : 'soft'}
          size="sm"
          data-key="p"
          aria-label={`${t('row.paid')} ${name}`}
          onClick={() => onPay(due)}
        >
          {t('row.paid')}
        </Button>
      )}
    </>
  )
}
