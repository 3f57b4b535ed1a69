import { useFormat } from '@streamline/client'
import { type ChargeTask, keptTask, useCharge } from '@streamline/client/billing'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../design/error-state.tsx'
import { useKeptDrafts } from '../../design/kept-drafts.ts'
import { Sheet } from '../../design/sheet.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { ChargeDetail, type ChargeTaskProps } from './charge-detail.tsx'
import { PaymentForm } from './payment-form.tsx'
import { CorrectForm } from './correct-form.tsx'
import { RefundForm } from './refund-form.tsx'
import { useShown } from '../../design/use-shown.ts'
import { WaiveForm } from './waive-form.tsx'

const PayTask = ({ charge, onDone }: ChargeTaskProps) => <PaymentForm payable={charge} onDone={onDone} />

const tasks = { pay: PayTask, correct: CorrectForm, waive: WaiveForm, unwaive: WaiveForm, refund: RefundForm }

const Opened = ({ chargeId, open, onClose }: { chargeId: string; open: boolean; onClose: () => void }) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const kept = useKeptDrafts()
  const { data: charge, error, refetch } = useCharge(chargeId)
  const [task, setTask] = useState<ChargeTask | null>(() => keptTask(kept, chargeId))
  const Task = task === null ? null : tasks[task]
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={
        charge
          ? task === null
            ? charge.subscriptionName
            : t(`charge.title.${task}`, { name: charge.subscriptionName })
          : t('charge.loading')
      }
      lead={
        charge
          ? t('charge.lead', {
              period: format.period(charge.startsOn, charge.endsOn),
              due: format.date(charge.dueOn),
            })
          : undefined
      }
    >
      {charge ? (
        Task === null ? (
          <ChargeDetail charge={charge} onTask={setTask} />
        ) : (
          <Task charge={charge} onDone={() => setTask(null)} />
        )
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <div className="space-y-4">
          <Skeleton className="h-10 w-40" />
          <Skeleton className="h-12" />
          <Skeleton className="h-12" />
        </div>
      )}
    </Sheet>
  )
}

/** Everything about one charge: who bears it, what was paid, what changed, and what may be changed. */
export const ChargeSheet = ({ chargeId, onClose }: { chargeId: string | null; onClose: () => void }) => {
  const shown = useShown(chargeId)
  return shown === null ? null : (
    <Opened key={shown} chargeId={shown} open={chargeId !== null} onClose={onClose} />
  )
}
