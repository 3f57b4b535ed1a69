import type { SubscriptionDetail } from '@streamline/client'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { ChargeForm } from '../acts/charge-form.tsx'
import { CorrectForm } from '../acts/correct-form.tsx'
import { DayRateForm } from '../acts/day-rate-form.tsx'
import { PauseForm } from '../acts/pause-form.tsx'
import { PlanForm } from '../acts/plan-form.tsx'
import { ResumeForm } from '../acts/resume-form.tsx'
import { WithdrawForm } from '../acts/withdraw-form.tsx'
import { CancelForm } from './cancel-form.tsx'
import { RefundCreditForm } from '../credit/refund-credit-form.tsx'
import { UseCreditForm } from '../credit/use-credit-form.tsx'
import { EditForm } from './edit-form.tsx'
import type { SheetName } from './sheet-name.ts'
import { SubscriptionSheet, type SubscriptionFormProps } from './subscription-sheet.tsx'

interface SheetOf {
  name: SheetName
  title: string
  lead?: string
  form: ComponentType<SubscriptionFormProps>
}

/** The forms of the screen, each with its heading. */
const useSheets = ({ name, providerName }: SubscriptionDetail): readonly SheetOf[] => {
  const { t } = useTranslation(['subscriptions', 'acts', 'billing'])
  const provider = providerName ?? name
  return [
    { name: 'edit', title: t('edit.title', { name }), form: EditForm },
    { name: 'cancel', title: t('cancel.title', { name }), form: CancelForm },
    { name: 'plan', title: t('acts:plan.title', { name }), form: PlanForm },
    { name: 'dayRate', title: t('acts:dayRate.title', { name }), form: DayRateForm },
    { name: 'charge', title: t('acts:charge.title', { name }), form: ChargeForm },
    { name: 'pause', title: t('acts:pause.title', { name }), form: PauseForm },
    { name: 'resume', title: t('acts:resume.title', { name }), form: ResumeForm },
    {
      name: 'correct',
      title: t('acts:correct.title', { name }),
      lead: t('acts:correct.lead'),
      form: CorrectForm,
    },
    {
      name: 'refundCredit',
      title: t('billing:credit.refundTitle', { provider }),
      form: RefundCreditForm,
    },
    {
      name: 'useCredit',
      title: t('billing:credit.useTitle', { provider }),
      lead: t('billing:credit.useLead'),
      form: UseCreditForm,
    },
    { name: 'withdraw', title: t('acts:withdraw.title', { name }), form: WithdrawForm },
  ]
}

/** What is done to the subscription on screen, one thing at a time. */
export const SubscriptionSheets = ({
  subscription,
  opened,
  onClose,
}: {
  subscription: SubscriptionDetail
  opened: SheetName | null
  onClose: () => void
}) => {
  const sheets = useSheets(subscription)
  return sheets.map(({ name, title, lead, form }) => (
    <SubscriptionSheet
      key={name}
      title={title}
      lead={lead}
      form={form}
      subscription={subscription}
      open={opened === name}
      onClose={onClose}
    />
  ))
}
