import { useFormat, useHousehold } from '@streamline/client'
import {
  chargeTasks,
  type ChargeTask,
  type Deniable,
  type Reversible,
  useCharge,
} from '@streamline/client/billing'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../design/error-state.tsx'
import { Sheet } from '../../design/sheet.tsx'
import { SkeletonCard } from '../../design/skeleton.tsx'
import { ChargeActions, ChargeDetail } from './charge-detail.tsx'
import { CorrectForm, DenyForm, RefundForm, WaiveForm } from './charge-tasks.tsx'
import { PaymentForm } from './payment-sheet.tsx'
import { TakingBackForm } from './taking-back-sheet.tsx'

/** What is open on top of the charge; the back gesture leads back to it. */
type Doing =
  | { readonly task: ChargeTask }
  | { readonly task: 'deny'; readonly debit: Deniable }
  | { readonly task: 'reverse'; readonly payment: Reversible }

const forms = { correct: CorrectForm, waive: WaiveForm, unwaive: WaiveForm, refund: RefundForm }

const Opened = ({ chargeId, onClose }: { chargeId: string; onClose: () => void }) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const viewer = useHousehold()
  const { data: charge, error, refetch } = useCharge(chargeId)
  const [doing, setDoing] = useState<Doing | null>(null)
  const back = (): void => setDoing(null)
  const sheet = { onBack: back, onClose, onDone: back }
  if (!charge)
    return (
      <Sheet open title={t('charge.loading')} onClose={onClose}>
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonCard count={2} />}
      </Sheet>
    )
  if (doing?.task === 'deny') return <DenyForm debit={doing.debit} {...sheet} />
  if (doing?.task === 'reverse') return <TakingBackForm payment={doing.payment} {...sheet} />
  if (doing?.task === 'pay') return <PaymentForm payable={charge} {...sheet} />
  if (doing !== null) {
    const Form = forms[doing.task]
    return (
      <Form
        charge={charge}
        title={t(`charge.title.${doing.task}`, { name: charge.subscriptionName })}
        {...sheet}
      />
    )
  }
  const { subscriptionName, startsOn, endsOn, dueOn } = charge
  return (
    <Sheet
      open
      title={subscriptionName}
      lead={t('charge.lead', { period: format.period(startsOn, endsOn), due: format.date(dueOn) })}
      onClose={onClose}
      dock={
        chargeTasks(charge, viewer).length > 0 ? (
          <ChargeActions charge={charge} onTask={(task) => setDoing({ task })} />
        ) : undefined
      }
    >
      <ChargeDetail
        charge={charge}
        onDeny={(debit) => setDoing({ task: 'deny', debit })}
        onReverse={(payment) => setDoing({ task: 'reverse', payment })}
      />
    </Sheet>
  )
}

/** Everything about one charge: who bears it, what was paid, what changed, and what may be changed. */
export const ChargeSheet = ({ chargeId, onClose }: { chargeId: string | null; onClose: () => void }) =>
  chargeId === null ? null : <Opened key={chargeId} chargeId={chargeId} onClose={onClose} />
