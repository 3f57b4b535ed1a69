import { type Overview, useFormat, useProblemText } from '@streamline/client'
import { useConfirmSettlement } from '@streamline/client/billing'
import { usePeople } from '@streamline/client/households'
import { showToast } from '@streamline/client/toasts'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../design/avatar.tsx'
import { Button, ButtonLink } from '../../design/button.tsx'
import { Money } from '../../design/money.tsx'
import { NeedLayout } from './need-layout.tsx'

type Arrival = Overview['arrivals'][number]

/** Money that somebody says they gave: it arrived, or the way to say that it did not. */
export const ArrivalRow = ({
  arrival: { settlementId: id, from, fromName, to, toName, amount, on },
}: {
  arrival: Arrival
}) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const problem = useProblemText()
  const { isYou } = usePeople()
  const confirm = useConfirmSettlement()
  const values = { from: fromName, to: toName, amount: format.money(amount) }
  const about = `${fromName}, ${values.amount}`
  const arrived = async (): Promise<void> => {
    try {
      await confirm.mutateAsync({ id })
      showToast(t('arrivals.done', values))
    } catch (error) {
      showToast(problem(error), { tone: 'danger' })
    }
  }
  return (
    <NeedLayout
      tile={<Avatar id={from} name={fromName} />}
      title={
        <p className="font-semibold break-words">
          {t(isYou(to) ? 'arrivals.says' : 'arrivals.saysOther', values)}
        </p>
      }
      amount={<Money value={amount} />}
      action={
        <Button
          size="sm"
          variant="soft"
          className="w-full"
          icon={Check}
          busy={confirm.isPending}
          aria-label={`${t('arrivals.confirm')}: ${about}`}
          onClick={() => void arrived()}
        >
          {t('arrivals.confirm')}
        </Button>
      }
    >
      <p className="text-sm text-muted">{t('arrivals.on', { date: format.shortDate(on) })}</p>
      <ButtonLink
        size="sm"
        variant="quiet"
        className="-mb-2 -ml-4"
        to="/money"
        search={{ tab: 'between' }}
        aria-label={`${t('arrivals.not')}: ${about}`}
      >
        {t('arrivals.not')}
      </ButtonLink>
    </NeedLayout>
  )
}
