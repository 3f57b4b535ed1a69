import {
  amountText,
  parseAmount,
  type SubscriptionDetail,
  type FormPlaces,
  useFieldError,
  useFormat,
  useHousehold,
} from '@streamline/client'
import {
  openUntil,
  rechargeOutlook,
  type RechargePolicy,
  useRenewSubscription,
  usualPolicy,
} from '@streamline/client/subscriptions'
import { isCalendarDate } from '@streamline/domain'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../../design/amount-field.tsx'
import { CheckField } from '../../../design/check-field.tsx'
import { TextField } from '../../../design/field.tsx'
import { focusFirst } from '../../../design/focus-first.ts'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { showToast } from '../../../design/toast-store.ts'
import { MethodChoice } from '../../billing/method-choice.tsx'
import { PayerField } from '../../billing/payer-field.tsx'
import { useRecordsForOthers } from '@streamline/client/billing'
import { RechargeConsequence } from './recharge-consequence.tsx'

const places: FormPlaces = {
  fields: ['renewedOn', 'price', 'paidBy'],
  codes: { 'date-out-of-range': 'renewedOn', 'currency-mismatch': 'price', 'unknown-member': 'paidBy' },
}

export const RechargeForm = ({
  subscription,
  onDone,
}: {
  subscription: SubscriptionDetail
  onDone: () => void
}) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const { today, memberId } = useHousehold()
  const forOthers = useRecordsForOthers()
  const { id, revision, name, price, startsOn, timeline } = subscription
  const [renewedOn, setRenewedOn] = useState<string>(today)
  const [text, setText] = useState(amountText(price.amount, price.currency))
  const [policy, setPolicy] = useState<RechargePolicy | undefined>(undefined)
  const [paid, setPaid] = useState(true)
  const [paidBy, setPaidBy] = useState(forOthers ? subscription.paidBy : memberId)
  const [method, setMethod] = useState<string | null>(null)
  const [sent, setSent] = useState(false)
  const renew = useRenewSubscription()
  const refused = useFieldError(renew.error, places)

  const restarts = subscription.renewal === 'automatic'
  const day = isCalendarDate(renewedOn) ? renewedOn : null
  const outlook = day === null ? null : rechargeOutlook(subscription, day, policy)
  const minor = parseAmount(text, price.currency)

  const submit = () => {
    setSent(true)
    if (day === null || minor === null || outlook === null) return
    renew.mutate(
      {
        id,
        revision,
        renewedOn: day,
        ...(outlook.policy === usualPolicy(openUntil(timeline), day) ? {} : { policy: outlook.policy }),
        ...(minor === price.amount ? {} : { price: { amount: minor, currency: price.currency } }),
        ...(paid ? { payment: { paidBy, ...(method === null ? {} : { method }) } } : {}),
      },
      {
        onSuccess: ({ usableUntil }) => {
          onDone()
          showToast(
            usableUntil === null
              ? t('recharge.done', { name })
              : t('recharge.doneUntil', { name, date: format.shortDate(usableUntil) }),
          )
        },
      },
    )
  }

  return (
    <SheetForm
      label={t(restarts ? 'recharge.restart' : 'recharge.save')}
      busy={renew.isPending}
      error={refused.rest}
      onSubmit={submit}
    >
      <div className="grid gap-5 min-[30rem]:grid-cols-2">
        <TextField
          type="date"
          ref={focusFirst}
          label={t(restarts ? 'recharge.restartWhen' : 'recharge.when')}
          min={restarts ? (openUntil(timeline) ?? startsOn) : startsOn}
          max={today}
          value={renewedOn}
          onChange={(event) => {
            setRenewedOn(event.target.value)
            setPolicy(undefined)
          }}
          error={(sent && day === null ? t('problem.notADate') : undefined) ?? refused.at('renewedOn')}
        />
        <AmountField
          label={t('recharge.price')}
          currency={price.currency}
          value={text}
          onChange={setText}
          error={(sent && minor === null ? t('problem.notAnAmount') : undefined) ?? refused.at('price')}
        />
      </div>
      {outlook && day ? (
        <RechargeConsequence
          pack={subscription}
          renewedOn={day}
          policy={outlook.policy}
          onChange={setPolicy}
        />
      ) : null}
      <CheckField
        label={t('recharge.paid')}
        hint={t('recharge.paidHint')}
        checked={paid}
        onChange={setPaid}
      />
      {paid ? (
        <>
          {forOthers ? (
            <PayerField
              label={t('recharge.who')}
              value={paidBy}
              onChange={setPaidBy}
              error={refused.at('paidBy')}
            />
          ) : null}
          <MethodChoice value={method} onChange={setMethod} />
        </>
      ) : null}
    </SheetForm>
  )
}
