import { type Transfer, useFormat, useProblemText } from '@streamline/client'
import { useRequestSettlement, useSettleRequests } from '@streamline/client/billing'
import { showToast } from '@streamline/client/toasts'
import { BellRing } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'

/** Has somebody told what they owe; who was asked lately is left alone. */
export const AskToSettle = ({ transfer: { from, fromName, amount } }: { transfer: Transfer }) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const problem = useProblemText()
  const request = useRequestSettlement()
  const { data } = useSettleRequests()
  if (data === undefined) return null
  const { currency } = amount
  const asked = data.find((one) => one.from === from && one.currency === currency)
  if (asked !== undefined)
    return (
      <span className="text-sm text-muted">
        {t('settle.askedOn', { date: format.shortDate(asked.askedOn) })}
      </span>
    )
  return (
    <Button
      variant="secondary"
      size="sm"
      icon={BellRing}
      busy={request.isPending}
      aria-label={t('settle.askFor', { from: fromName, amount: format.money(amount) })}
      onClick={() =>
        request.mutate(
          { from, currency },
          {
            onSuccess: () => showToast(t('settle.asked', { from: fromName })),
            onError: (error) => showToast(problem(error), { tone: 'danger' }),
          },
        )
      }
    >
      {t('settle.ask')}
    </Button>
  )
}
