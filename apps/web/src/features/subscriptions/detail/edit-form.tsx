import { useDraft, useHousehold } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import { amountsAtPrice, draftOfSheet, useEditing, wholeAtPrice } from '@streamline/client/subscriptions'
import { subscriptionKinds } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../../design/amount-field.tsx'
import { CheckField } from '../../../design/check-field.tsx'
import { SelectField, TextAreaField, TextField } from '../../../design/field.tsx'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { LookField } from '../fields/look-field.tsx'
import { LineField } from '../fields/line-field.tsx'
import { MembersField } from '../../households/members-field.tsx'
import { PayerField } from '../../billing/payer-field.tsx'
import { LimitFields } from '../usage/limit-fields.tsx'
import { RecordsItselfFields } from './records-itself-fields.tsx'
import { AmountsAtPrice } from './amounts-at-price.tsx'
import type { SubscriptionFormProps } from './subscription-sheet.tsx'

/** Changes names, people, notes and the price to come. Somebody else's change meanwhile is shown, the typing is kept. */
export const EditForm = ({ subscription, onDone }: SubscriptionFormProps) => {
  const { t } = useTranslation(['subscriptions', 'words'])
  const { memberId } = useHousehold()
  const { several } = usePeople()
  const editing = useEditing(subscription)
  const { opened, before, sent } = editing
  const { draft: form, set, kept } = useDraft(draftOfSheet('edit', subscription.id), before)
  editing.follow(form, set)
  const { price, line, tax, renewal } = opened
  const errorAt = (field: string) => editing.errorAt(field, form)

  const shares = amountsAtPrice(form, opened)

  const submit = () => editing.submit(form, onDone)

  return (
    <SheetForm label={t('edit.save')} busy={editing.busy} error={editing.rest} kept={kept} onSubmit={submit}>
      <TextField
        label={t('edit.name')}
        maxLength={120}
        value={form.name}
        onChange={(event) => set({ name: event.target.value })}
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
      <SelectField
        label={t('edit.kind')}
        value={form.kind}
        error={errorAt('kind')}
        onChange={(event) =>
          set({ kind: subscriptionKinds.find((known) => known === event.target.value) ?? form.kind })
        }
      >
        {subscriptionKinds.map((known) => (
          <option key={known} value={known}>
            {t(`words:kind.${known}`)}
          </option>
        ))}
      </SelectField>
      {shares === null ? null : (
        <AmountsAtPrice
          draft={shares}
          whole={wholeAtPrice(form, opened)}
          sent={sent}
          error={errorAt('split')}
          onChange={(amounts) => set({ amounts })}
        />
      )}
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
        <CheckField
          label={t('edit.private')}
          hint={errorAt('visibility') ?? t('edit.privateHint')}
          checked={form.visibility === 'private'}
          onChange={(isPrivate) => set({ visibility: isPrivate ? 'private' : 'shared' })}
        />
      ) : null}
      <LookField
        subscription={opened}
        value={form.look}
        onChange={(look) => set({ look })}
        error={errorAt('look')}
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
        onChange={(event) => set({ labels: event.target.value })}
        error={errorAt('labels')}
      />
      <LimitFields
        kind={form.kind}
        limits={form.limits}
        sent={sent}
        error={errorAt('allowances')}
        onChange={(limits) => set({ limits })}
      />
      {renewal === 'automatic' ? (
        <RecordsItselfFields subscription={opened} before={before} form={form} set={set} />
      ) : null}
      {renewal === 'automatic' ? (
        <TextField
          label={t('edit.noticeDays')}
          hint={t('edit.noticeHint')}
          inputMode="numeric"
          value={form.noticeDays}
          onChange={(event) => set({ noticeDays: event.target.value })}
          error={errorAt('noticeDays')}
        />
      ) : null}
      {renewal === 'manual' ? (
        <TextField
          type="time"
          label={t('edit.stopsAt')}
          hint={t('edit.stopsAtHint')}
          value={form.stopsAt}
          onChange={(event) => set({ stopsAt: event.target.value })}
          error={errorAt('stopsAt')}
        />
      ) : null}
      <TextAreaField
        label={t('edit.note')}
        maxLength={2000}
        value={form.note}
        onChange={(event) => set({ note: event.target.value })}
        error={errorAt('note')}
      />
    </SheetForm>
  )
}
