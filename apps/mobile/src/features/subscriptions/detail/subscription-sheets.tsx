import type { SubscriptionDetail } from '@streamline/client'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { ChargeForm } from '../acts/charge-form.tsx'
import { CorrectForm } from '../acts/correct-form.tsx'
import { DayRateForm } from '../acts/day-rate-form.tsx'
import { PauseForm, ResumeForm } from '../acts/pause-form.tsx'
import { PlanForm } from '../acts/plan-form.tsx'
import { WithdrawForm } from '../acts/withdraw-form.tsx'
import { RefundCreditForm, UseCreditForm } from '../credit/credit-forms.tsx'
import { SplitForm } from '../split/split-form.tsx'
import { CancelForm } from './cancel-form.tsx'
import { EditForm } from './edit-form.tsx'
import { RechargeForm } from './recharge-form.tsx'
import type { SheetName, SubscriptionFormProps } from './sheet-name.ts'

const forms: Record<SheetName, ComponentType<SubscriptionFormProps>> = {
  recharge: RechargeForm,
  edit: EditForm,
  cancel: CancelForm,
  split: SplitForm,
  plan: PlanForm,
  dayRate: DayRateForm,
  pause: PauseForm,
  resume: ResumeForm,
  correct: CorrectForm,
  withdraw: WithdrawForm,
  charge: ChargeForm,
  refundCredit: RefundCreditForm,
  useCredit: UseCreditForm,
}

/** How each of them is called, and what is said beneath. */
const useHeadings = ({ name, providerName, renewal }: SubscriptionDetail) => {
  const { t } = useTranslation(['subscriptions', 'acts', 'billing', 'split'])
  const provider = providerName ?? name
  const restarts = renewal === 'automatic'
  return (sheet: SheetName): { title: string; lead?: string } => {
    switch (sheet) {
      case 'recharge':
        return restarts
          ? { title: t('recharge.restartTitle', { name }) }
          : { title: t('recharge.title', { name }), lead: t('recharge.lead') }
      case 'edit':
      case 'cancel':
        return { title: t(`${sheet}.title`, { name }) }
      case 'split':
        return { title: t('split:title', { name }) }
      case 'correct':
        return { title: t('acts:correct.title', { name }), lead: t('acts:correct.lead') }
      case 'refundCredit':
        return { title: t('billing:credit.refundTitle', { provider }) }
      case 'useCredit':
        return { title: t('billing:credit.useTitle', { provider }), lead: t('billing:credit.useLead') }
      case 'plan':
      case 'dayRate':
      case 'pause':
      case 'resume':
      case 'withdraw':
      case 'charge':
        return { title: t(`acts:${sheet}.title`, { name }) }
    }
  }
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
  const headingOf = useHeadings(subscription)
  if (opened === null) return null
  const Form = forms[opened]
  return <Form key={opened} subscription={subscription} {...headingOf(opened)} onClose={onClose} />
}
