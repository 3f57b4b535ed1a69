import { amountText, type FormPlaces, useFieldError, useFormat, useHousehold } from '@streamline/client'
import {
  dayProblemOf,
  methods,
  noForeign,
  type Payable,
  type PaymentDraft,
  type PaymentField,
  readPayment,
  useMethodName,
  usePaidToast,
  useRecordPayment,
  useRecordsForOthers,
} from '@streamline/client/billing'
import { usePeople } from '@streamline/client/households'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ScrollView } from 'react-native'
import { AmountField } from '../../design/amount-field.tsx'
import { Button } from '../../design/button.tsx'
import { Chip } from '../../design/chip.tsx'
import { DateField } from '../../design/date-field.tsx'
import { FormError } from '../../design/error-state.tsx'
import { Field, TextField } from '../../design/field.tsx'
import { Sheet } from '../../design/sheet.tsx'
import { SwitchRow } from '../../design/switch-row.tsx'
import { Text } from '../../design/text.tsx'

const places: FormPlaces = {
  fields: ['amount', 'paidOn', 'paidBy', 'method', 'reference', 'note'],
  codes: {
    'amount-out-of-range': 'amount',
    'currency-mismatch': 'amount',
    'date-out-of-range': 'paidOn',
    'unknown-member': 'paidBy',
  },
}

const useDraft = ({ outstanding, paidBy }: Payable) => {
  const { today, memberId } = useHousehold()
  const forOthers = useRecordsForOthers()
  return useState<PaymentDraft>({
    amount: amountText(outstanding.amount, outstanding.currency),
    currency: outstanding.currency,
    paidOn: today,
    several: false,
    paidBy: forOthers ? (paidBy ?? memberId) : memberId,
    parts: {},
    method: null,
    reference: '',
    note: '',
    overpayment: false,
    ...noForeign,
  })
}

/** What was paid, by whom, when and how. What is not said is as it usually is. */
const Form = ({ payable, onClose }: { payable: Payable; onClose: () => void }) => {
  const { t } = useTranslation(['billing', 'verbs'])
  const format = useFormat()
  const { today, currency: home } = useHousehold()
  const { members, several, isYou } = usePeople()
  const forOthers = useRecordsForOthers()
  const methodName = useMethodName()
  const [draft, setDraft] = useDraft(payable)
  const [sent, setSent] = useState(false)
  const record = useRecordPayment()
  const paid = usePaidToast()
  const refused = useFieldError(record.error, places)
  const { outstanding, subscriptionName: name, startsOn, endsOn, amount, dueOn } = payable
  const set = (change: Partial<PaymentDraft>): void => setDraft((known) => ({ ...known, ...change }))
  const read = readPayment(draft, {
    outstanding,
    members: members.map(({ id }) => id),
    today,
    home,
    rate: undefined,
  })
  const { beyond, problems } = read
  const owed = (left: number): string => format.money({ amount: left, currency: outstanding.currency })
  const errorAt = (field: PaymentField): string | undefined =>
    (sent && problems.has(field)
      ? t(`pay.problem.${(field === 'paidOn' ? dayProblemOf(draft.paidOn, today) : null) ?? field}`)
      : undefined) ?? refused.at(field)
  const submit = (): void => {
    setSent(true)
    if (read.input === null || record.isPending) return
    record.mutate(
      { id: payable.id, ...read.input },
      {
        onSuccess: (recorded) => {
          onClose()
          if (recorded !== null) paid.one(name, recorded.payment)
        },
      },
    )
  }
  return (
    <Sheet
      open
      title={t('pay.title', { name })}
      onClose={onClose}
      dock={
        <Button size="lg" busy={record.isPending} onPress={submit}>
          {t('verbs:markPaid')}
        </Button>
      }
    >
      <Text size="sm" tone="muted">
        {t('pay.lead', {
          period: format.period(startsOn, endsOn),
          amount: format.money(amount),
          due: format.date(dueOn),
        })}
      </Text>
      <AmountField
        label={t('pay.amount')}
        currency={draft.currency}
        value={draft.amount}
        onChange={(text) => set({ amount: text, overpayment: false })}
        error={errorAt('amount')}
        hint={
          read.converted !== null && read.converted > 0 && beyond < 0
            ? t('pay.remains', { amount: owed(-beyond) })
            : undefined
        }
      />
      {beyond > 0 ? (
        <SwitchRow
          label={t('pay.beyond', { amount: owed(beyond), name })}
          hint={errorAt('overpayment') ?? t('pay.beyondHint')}
          value={draft.overpayment}
          onChange={(overpayment) => set({ overpayment })}
        />
      ) : null}
      {several && forOthers ? (
        <Field label={t('pay.who')} error={refused.at('paidBy')}>
          <ScrollView horizontal showsHorizontalScrollIndicator={false} contentContainerClassName="gap-2">
            {members.map((member) => (
              <Chip
                key={member.id}
                selected={draft.paidBy === member.id}
                onPress={() => set({ paidBy: member.id })}
              >
                {isYou(member.id) ? t('pay.nameYou', { name: member.name }) : member.name}
              </Chip>
            ))}
          </ScrollView>
        </Field>
      ) : null}
      <DateField
        label={t('pay.when')}
        value={draft.paidOn}
        today={today}
        max={today}
        error={errorAt('paidOn')}
        onChange={(paidOn) => set({ paidOn })}
      />
      <Field label={t('pay.method')}>
        <ScrollView horizontal showsHorizontalScrollIndicator={false} contentContainerClassName="gap-2">
          {methods.map((method) => (
            <Chip
              key={method}
              selected={draft.method === method}
              onPress={() => set({ method: draft.method === method ? null : method })}
            >
              {methodName(method)}
            </Chip>
          ))}
        </ScrollView>
      </Field>
      <TextField
        label={t('pay.note')}
        maxLength={500}
        value={draft.note}
        onChangeText={(note) => set({ note })}
      />
      <FormError error={refused.rest} />
    </Sheet>
  )
}

export const PaymentSheet = ({ payable, onClose }: { payable: Payable | null; onClose: () => void }) =>
  payable === null ? null : <Form key={payable.id} payable={payable} onClose={onClose} />
