import { useFormat, useHousehold } from '@streamline/client'
import { type useCharge, useMarkPaid } from '@streamline/client/billing'
import { usePeople } from '@streamline/client/households'
import { BadgeCheck, Check, HandCoins, ListChecks, Pencil, ReceiptText, Undo2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Money } from '../../design/money.tsx'
import { ChargeChanges } from './charge-changes.tsx'
import { ChargePayments } from './charge-payments.tsx'
import { ChargeState } from './charge-state.tsx'
import { useRecordsForOthers } from '@streamline/client/billing'
import { ReverseDialog, type Reversible } from './reverse-dialog.tsx'
import { ShareList } from './share-list.tsx'

export type ChargeInFull = NonNullable<ReturnType<typeof useCharge>['data']>
export type ChargeTask = 'pay' | 'correct' | 'waive' | 'unwaive' | 'refund'

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
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { amount, net, tax, paid, outstanding, credit, state } = charge
  const rows = [
    tax.amount > 0 ? t('charge.withTax', { net: format.money(net), tax: format.money(tax) }) : null,
    paid.amount > 0 ? t('charge.paid', { amount: format.money(paid) }) : null,
    outstanding.amount > 0 && paid.amount > 0
      ? t('charge.outstanding', { amount: format.money(outstanding) })
      : null,
    credit.amount > 0
      ? t('charge.credit', { amount: format.money(credit), name: charge.subscriptionName })
      : null,
  ].filter((row) => row !== null)
  return (
    <div>
      <p className="flex flex-wrap items-center gap-3">
        <Money value={amount} size="xl" />
        <ChargeState state={state} />
      </p>
      {rows.map((row) => (
        <p key={row} className="figures mt-1 text-sm text-muted">
          {row}
        </p>
      ))}
    </div>
  )
}

const Actions = ({ charge, onTask }: { charge: ChargeInFull; onTask: (task: ChargeTask) => void }) => {
  const { t } = useTranslation(['billing', 'verbs'])
  const { role, memberId } = useHousehold()
  const forOthers = useRecordsForOthers()
  const { markPaid, isMarking } = useMarkPaid()
  const { id, subscriptionName, state, paid, outstanding, mayChange, paidBy, payments } = charge
  const isOpen = state !== 'waived' && state !== 'void'
  const payers = [paidBy, ...payments.flatMap((payment) => payment.payers.map((payer) => payer.memberId))]
  const mayRefund = role !== 'viewer' && (forOthers || payers.includes(memberId))
  const mayPay = role !== 'viewer' && isOpen && outstanding.amount > 0
  const offered: { task: ChargeTask; icon: typeof Pencil }[] = [
    ...(mayPay ? [{ task: 'pay', icon: ListChecks } as const] : []),
    ...(mayChange && isOpen ? [{ task: 'correct', icon: Pencil } as const] : []),
    ...(mayChange && isOpen && outstanding.amount > 0 ? [{ task: 'waive', icon: HandCoins } as const] : []),
    ...(mayChange && state === 'waived' ? [{ task: 'unwaive', icon: Undo2 } as const] : []),
    ...(mayRefund && paid.amount > 0 && state !== 'void'
      ? [{ task: 'refund', icon: ReceiptText } as const]
      : []),
  ]
  if (offered.length === 0) return null
  return (
    <div className="flex flex-wrap gap-2 border-t border-line pt-4 max-wide:[&>*]:grow">
      {mayPay ? (
        <Button
          size="sm"
          icon={Check}
          busy={isMarking(id)}
          onClick={() => void markPaid(id, subscriptionName)}
        >
          {t('verbs:markPaid')}
        </Button>
      ) : null}
      {offered.map(({ task, icon }) => (
        <Button key={task} variant="secondary" size="sm" icon={icon} onClick={() => onTask(task)}>
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
