import { type SubscriptionDetail, useFormat, useHousehold } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import {
  amountsAtPrice,
  amountsOf,
  type EditDraft,
  splitProblemOf,
  useEditing,
  wholeAtPrice,
} from '@streamline/client/subscriptions'
import { allowanceFields, isAllowanceText, usageDigits } from '@streamline/client/usage'
import { allowancePers, subscriptionKinds } from '@streamline/domain'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../../design/amount-field.tsx'
import { ChipRow } from '../../../design/chip-row.tsx'
import { DecimalField } from '../../../design/decimal-field.tsx'
import { Field, TextField } from '../../../design/field.tsx'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { SwitchRow } from '../../../design/switch-row.tsx'
import { PartsField } from '../../billing/parts-field.tsx'
import { PayerField } from '../../billing/payer-field.tsx'
import { MembersField } from '../../households/members-field.tsx'
import { LineField } from '../fields/line-field.tsx'
import { LookField } from '../fields/look-field.tsx'
import type { SubscriptionFormProps } from './sheet-name.ts'

interface Section {
  subscription: SubscriptionDetail
  form: EditDraft
  set: (change: Partial<EditDraft>) => void
  sent: boolean
  errorAt: (field: string) => string | undefined
}

/** Exact amounts beside a new price: already in proportion, and to be changed in the same step. */
const Amounts = ({ subscription, form, set, sent, errorAt }: Section) => {
  const { t } = useTranslation('split')
  const format = useFormat()
  const shares = amountsAtPrice(form, subscription)
  if (shares === null) return null
  const whole = wholeAtPrice(form, subscription)
  const problem = sent ? splitProblemOf(shares, whole) : null
  return (
    <PartsField
      label={t('amountsAtPrice', { amount: format.money(whole) })}
      whole={amountsOf(shares, whole)}
      currency={whole.currency}
      show={(amount) => format.money({ amount, currency: whole.currency })}
      error={problem === null ? errorAt('split') : t(`problem.${problem}`)}
      onChange={(amounts) => set({ amounts })}
    />
  )
}

const pers = { day: 'own.perDay', month: 'own.perMonth', period: 'own.perPeriod' } as const

/** Limits that a household knows better than the plan: data, and on a mobile line calls. */
const Limits = ({ form: { kind, limits }, set, sent, errorAt }: Section) => {
  const { t } = useTranslation('usage')
  const fields = allowanceFields(kind)
  if (fields.length === 0) return null
  const wrong = (field: 'data' | 'calls'): string | undefined =>
    sent && !isAllowanceText(field, limits[field]) ? t('problem.notALimit') : undefined
  return (
    <>
      <DecimalField
        digits={usageDigits.data}
        label={t('own.data')}
        hint={t('own.dataHint')}
        value={limits.data}
        onChange={(data) => set({ limits: { ...limits, data } })}
        error={wrong('data') ?? errorAt('allowances')}
      />
      {limits.data.trim() === '' ? null : (
        <Field label={t('own.per')}>
          <ChipRow
            value={limits.dataPer}
            options={allowancePers.map((value) => ({ value, label: t(pers[value]) }))}
            onChange={(dataPer) => set({ limits: { ...limits, dataPer } })}
          />
        </Field>
      )}
      {fields.includes('calls') ? (
        <DecimalField
          digits={usageDigits.calls}
          label={t('own.calls')}
          value={limits.calls}
          onChange={(calls) => set({ limits: { ...limits, calls } })}
          error={wrong('calls')}
        />
      ) : null}
    </>
  )
}

/** Whether debits book themselves, and how early the provider wants to know; who switches it on may have old dues booked too. */
const Renewal = ({ subscription, form, set, errorAt, wasOn }: Section & { wasOn: boolean }) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const oldest = subscription.timeline.find(({ state }) => state === 'overdue')
  if (subscription.renewal !== 'automatic') return null
  return (
    <>
      <SwitchRow
        label={t('edit.recordsItself')}
        hint={t('edit.recordsItselfHint')}
        value={form.recordsItself}
        onChange={(recordsItself) => set({ recordsItself })}
      />
      {oldest && form.recordsItself && !wasOn ? (
        <SwitchRow
          label={t('edit.oldDues', { date: format.shortDate(oldest.dueOn) })}
          value={form.recordsItselfFrom !== null}
          onChange={(isOn) => set({ recordsItselfFrom: isOn ? oldest.dueOn : null })}
        />
      ) : null}
      <TextField
        label={t('edit.noticeDays')}
        hint={t('edit.noticeHint')}
        inputMode="numeric"
        maxLength={3}
        value={form.noticeDays}
        onChangeText={(noticeDays) => set({ noticeDays })}
        error={errorAt('noticeDays')}
      />
    </>
  )
}

/** Changes names, people, notes and the price to come. Somebody else's change meanwhile is shown, the typing is kept. */
export const EditForm = ({ subscription, onClose, ...sheet }: SubscriptionFormProps) => {
  const { t } = useTranslation(['subscriptions', 'words'])
  const { memberId } = useHousehold()
  const { several } = usePeople()
  const editing = useEditing(subscription)
  const { opened, before, sent } = editing
  const [form, setForm] = useState(before)
  editing.follow(form, setForm)
  const set = (change: Partial<EditDraft>): void => setForm((known) => ({ ...known, ...change }))
  const errorAt = (field: string): string | undefined => editing.errorAt(field, form)
  const { price, line, tax, renewal } = opened
  const section = { subscription: opened, form, set, sent, errorAt }
  return (
    <SheetForm
      typed={form}
      {...sheet}
      label={t('edit.save')}
      busy={editing.busy}
      error={editing.rest}
      onClose={onClose}
      onSubmit={() => editing.submit(form, onClose)}
    >
      <TextField
        label={t('edit.name')}
        maxLength={120}
        value={form.name}
        onChangeText={(name) => set({ name })}
        error={errorAt('name')}
      />
      <AmountField
        label={tax.included ? t('edit.price') : t('edit.priceNet')}
        hint={renewal === 'manual' ? t('edit.priceHintManual') : t('edit.priceHint')}
        currency={price.currency}
        value={form.price}
        onChange={(text) => set({ price: text })}
        error={errorAt('price')}
      />
      <Amounts {...section} />
      {several ? (
        <>
          <PayerField
            label={t('edit.paidBy')}
            value={form.paidBy}
            onChange={(paidBy) => set({ paidBy })}
            error={errorAt('paidBy')}
          />
          <MembersField
            label={t('edit.usedBy')}
            value={form.usedBy}
            onChange={(usedBy) => set({ usedBy })}
            error={errorAt('usedBy')}
          />
          <PayerField
            label={t('edit.managedBy')}
            value={form.managedBy}
            onChange={(managedBy) => set({ managedBy })}
            error={errorAt('managedBy')}
          />
        </>
      ) : null}
      {opened.ownerId === memberId ? (
        <SwitchRow
          label={t('edit.private')}
          hint={t('edit.privateHint')}
          error={errorAt('visibility')}
          value={form.visibility === 'private'}
          onChange={(isPrivate) => set({ visibility: isPrivate ? 'private' : 'shared' })}
        />
      ) : null}
      <Field label={t('edit.kind')} error={errorAt('kind')}>
        <ChipRow
          value={form.kind}
          options={subscriptionKinds.map((value) => ({ value, label: t(`words:kind.${value}`) }))}
          onChange={(kind) => set({ kind })}
        />
      </Field>
      <LookField
        subscription={{ ...opened, kind: form.kind }}
        value={form.look}
        error={errorAt('look')}
        onChange={(look) => set({ look })}
      />
      <LineField
        kind={form.kind}
        label={t(`terms.line.${form.kind}`)}
        hint={line === null ? undefined : t('edit.lineKeep', { line })}
        value={form}
        onChange={set}
        error={errorAt('line') ?? errorAt('lineId')}
      />
      <TextField
        label={t('edit.labels')}
        hint={t('edit.labelsHint')}
        value={form.labels}
        onChangeText={(labels) => set({ labels })}
        error={errorAt('labels')}
      />
      <Limits {...section} />
      <Renewal {...section} wasOn={before.recordsItself} />
      {renewal === 'manual' ? (
        <TextField
          label={t('edit.stopsAt')}
          hint={t('edit.stopsAtHint')}
          maxLength={5}
          value={form.stopsAt}
          onChangeText={(stopsAt) => set({ stopsAt })}
          error={errorAt('stopsAt')}
        />
      ) : null}
      <TextField
        label={t('edit.note')}
        multiline
        maxLength={2000}
        value={form.note}
        onChangeText={(note) => set({ note })}
        error={errorAt('note')}
      />
    </SheetForm>
  )
}
