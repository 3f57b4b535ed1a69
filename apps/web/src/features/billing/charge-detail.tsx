import { useHousehold } from '@streamline/client'
import {
  chargeTasks,
  type ChargeTask,
  type Reversible,
  type useCharge,
  useChargeFigures,
  useMarkPaid,
} from '@streamline/client/billing'
import { usePeople } from '@streamline/client/households'
import { BadgeCheck, Check, HandCoins, ListChecks, Pencil, ReceiptText, Undo2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Money } from '../../design/money.tsx'
import { ChargeChanges } from './charge-changes.tsx'
import { ChargePayments } from './charge-payments.tsx'
import { ChargeState } from './charge-state.tsx'
import { ReverseDialog } from './reverse-dialog.tsx'
import { ShareList } from './share-list.tsx'

export type ChargeInFull = NonNullable<ReturnType<typeof useCharge>['data']>

export interface ChargeTaskProps {
  charge: ChargeInFull
  onDone: () => void
}

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h3 className="label-caps mb-2">{title}</h3>
    {children}
  </section>
)

const Figures = ({ charge }: { charge: ChargeInFull }) => {
  const { amount, state } = charge
  return (
    <div>
      <p className="flex flex-wrap items-center gap-3">
        <Money value={amount} size="xl" />
        <ChargeState state={state} />
      </p>
      {useChargeFigures(charge).map((row) => (
        <p key={row} className="figures mt-1 text-sm text-muted">
          {row}
        </p>
      ))}
    </div>
  )
}

const icons = { pay: ListChecks, correct: Pencil, waive: HandCoins, unwaive: Undo2, refund: ReceiptText }

const Actions = ({ charge, onTask }: { charge: ChargeInFull; onTask: (task: ChargeTask) => void }) => {
  const { t } = useTranslation(['billing', 'verbs'])
  const offered = chargeTasks(charge, useHousehold())
  const { markPaid, isMarking } = useMarkPaid()
  const { id, subscriptionName } = charge
  if (offered.length === 0) return null
  return (
    <div className="flex flex-wrap gap-2 border-t border-line pt-4 max-wide:[&>*]:grow">
      {offered.includes('pay') ? (
        <Button
          size="sm"
          icon={Check}
          busy={isMarking(id)}
          onClick={() => void markPaid(id, subscriptionName)}
        >
          {t('verbs:markPaid')}
        </Button>
      ) : null}
      {offered.map((task) => (
        <Button key={task} variant="secondary" size="sm" icon={icons[task]} onClick={() => onTask(task)}>
          {task === 'pay' ? t('verbs:markPaidWith') : t(`charge.do.${task}`)}
        </Button>
      ))}
    </div>
  )
}

export const ChargeDetail = ({
  charge,
  onTask,
}: {
  charge: ChargeInFull
  onTask: (task: ChargeTask) => void
}) => {
  const { t } = useTranslation('billing')
  const { several } = usePeople()
  const [reversing, setReversing] = useState<Reversible | null>(null)
  const { shares, payments, corrections } = charge
  return (
    <div className="space-y-6">
      <Figures charge={charge} />
      {several && shares.length > 0 ? (
        <Section title={t('charge.shares')}>
          <ShareList shares={shares} />
        </Section>
      ) : null}
      {payments.length > 0 ? (
        <Section title={t('charge.payments')}>
          <ChargePayments payments={payments} name={charge.subscriptionName} onReverse={setReversing} />
        </Section>
      ) : (
        <p className="flex items-center gap-2 text-sm text-muted">
          <BadgeCheck size={17} className="text-faint" aria-hidden />
          {t('charge.noPayments')}
        </p>
      )}
      {corrections.length > 0 ? (
        <Section title={t('charge.changes')}>
          <ChargeChanges corrections={corrections} />
        </Section>
      ) : null}
      <Actions charge={charge} onTask={onTask} />
      <ReverseDialog payment={reversing} onClose={() => setReversing(null)} />
    </div>
  )
}
