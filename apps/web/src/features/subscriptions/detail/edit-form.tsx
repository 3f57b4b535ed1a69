import {
  amountText,
  carriedOver,
  parseAmount,
  type SubscriptionDetail,
  type FormPlaces,
  useFieldError,
  useHousehold,
  useOpened,
} from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import {
  type EditDraft,
  amountsAtPrice,
  changeOf,
  useUndoToast,
  useUpdateSubscription,
  wholeAtPrice,
} from '@streamline/client/subscriptions'
import { allowanceDraftOf } from '@streamline/client/usage'
import { showToast } from '@streamline/client/toasts'
import { subscriptionKinds } from '@streamline/domain'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../../design/amount-field.tsx'
import { CheckField } from '../../../design/check-field.tsx'
import { SelectField, TextAreaField, TextField } from '../../../design/field.tsx'
import { useKeptDraft } from '../../../design/kept-draft.ts'
import { RestoredNote } from '../../../design/restored-note.tsx'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { LookField } from '../fields/look-field.tsx'
import { LineField } from '../fields/line-field.tsx'
import { MembersField } from '../../households/members-field.tsx'
import { PayerField } from '../../billing/payer-field.tsx'
import { LimitFields } from '../usage/limit-fields.tsx'
import { RecordsItselfFields } from './records-itself-fields.tsx'
import { AmountsAtPrice } from './amounts-at-price.tsx'
import type { SubscriptionFormProps } from './subscription-sheet.tsx'

const formOf = ({
  name,
  kind,
  lineId,
  visibility,
  look,
  price,
  paidBy,
  usedBy,
  managedBy,
  note,
  labels,
  noticeDays,
  recordsItself,
  allowances,
}: SubscriptionDetail): EditDraft => ({
  name,
  kind,
  visibility,
  look,
  price: amountText(price.amount, price.currency),
  line: '',
  lineId,
  paidBy,
  usedBy,
  managedBy,
  note: note ?? '',
  labels: labels.join(', '),
  noticeDays: String(noticeDays),
  recordsItself: recordsItself === true,
  recordsItselfFrom: null,
  amounts: null,
  limits: allowanceDraftOf(allowances, kind),
})

const places: FormPlaces = {
  fields: [
    'name',
    'kind',
    'visibility',
    'look',
    'price',
    'line',
    'lineId',
    'paidBy',
    'usedBy',
    'managedBy',
    'note',
    'labels',
    'noticeDays',
    'split',
    'allowances',
  ],
  codes: {
    'unknown-line': 'lineId',
    'unknown-member': 'paidBy',
    'currency-mismatch': 'price',
    'invalid-split': 'split',
    'unfit-usage': 'allowances',
  },
}

/** What keeps the change of that subscription as it is being typed. */
export const draftOfEdit = (subscriptionId: string): string => `edit.${subscriptionId}`

/** Changes names, people, notes and the price to come. Somebody else's change meanwhile is shown, the typing is kept. */
export const EditForm = ({ subscription, onDone }: SubscriptionFormProps) => {
  const { t } = useTranslation(['subscriptions', 'words'])
  const { memberId } = useHousehold()
  const { several } = usePeople()
  const [sent, setSent] = useState(false)
  const update = useUpdateSubscription()
  const { say } = useUndoToast()
  const refused = useFieldError(update.error, places)
  const opened = useOpened(subscription, update.error)
  const [before, setBefore] = useState({ of: opened, draft: formOf(opened) })
  const { form, setForm, isRestored, startOver, forget } = useKeptDraft(
    draftOfEdit(subscription.id),
    before.draft,
  )
  if (opened !== before.of) {
    const draft = formOf(opened)
    setForm(carriedOver(form, before.draft, draft))
    setBefore({ of: opened, draft })
  }
  const { id, revision, price, line, tax, renewal } = opened
  const set = (change: Partial<EditDraft>) => setForm((known) => ({ ...known, ...change }))

  const shares = amountsAtPrice(form, opened)

  const submit = () => {
    setSent(true)
    const change = changeOf(form, before.draft, opened)
    if (change === null) return
    if (Object.keys(change).length === 0) {
      onDone()
      return
    }
    update.mutate(
      { id, revision, ...change },
      {
        onSuccess: (newest) => {
          forget()
          onDone()
          const text = t('edit.done', { name: newest.name })
          // Of what is changed here only the price is an act that can be taken back.
          if (change.price === undefined) showToast(text)
          else say(text, newest)
        },
      },
    )
  }

  return (
    <SheetForm label={t('edit.save')} busy={update.isPending} error={refused.rest} onSubmit={submit}>
      {isRestored ? <RestoredNote onStartOver={startOver} /> : null}
      <TextField
        label={t('edit.name')}
        maxLength={120}
        value={form.name}
        onChange={(event) => set({ name: event.target.value })}
        error={(sent && form.name.trim() === '' ? t('problem.missing') : undefined) ?? refused.at('name')}
      />
      <AmountField
        label={tax.included ? t('edit.price') : t('edit.priceNet')}
        hint={renewal === 'manual' ? t('edit.priceHintManual') : t('edit.priceHint')}
        currency={price.currency}
        value={form.price}
        onChange={(text) => set({ price: text })}
        error={
          (sent && parseAmount(form.price, price.currency) === null ? t('problem.notAnAmount') : undefined) ??
          refused.at('price')
        }
      />
      <SelectField
        label={t('edit.kind')}
        value={form.kind}
        error={refused.at('kind')}
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
          error={refused.at('split')}
          onChange={(amounts) => set({ amounts })}
        />
      )}
      {several ? (
        <>
          <PayerField
            label={t('edit.paidBy')}
            value={form.paidBy}
            onChange={(paidBy) => set({ paidBy })}
            error={refused.at('paidBy')}
          />
          <MembersField
            label={t('edit.usedBy')}
            value={form.usedBy}
            onChange={(usedBy) => set({ usedBy })}
            error={refused.at('usedBy')}
          />
          <PayerField
            label={t('edit.managedBy')}
            value={form.managedBy}
            onChange={(managedBy) => set({ managedBy })}
            error={refused.at('managedBy')}
          />
        </>
      ) : null}
      {opened.ownerId === memberId ? (
        <CheckField
          label={t('edit.private')}
          hint={refused.at('visibility') ?? t('edit.privateHint')}
          checked={form.visibility === 'private'}
          onChange={(isPrivate) => set({ visibility: isPrivate ? 'private' : 'shared' })}
        />
      ) : null}
      <LookField
        subscription={opened}
        value={form.look}
        onChange={(look) => set({ look })}
        error={refused.at('look')}
      />
      <LineField
        kind={form.kind}
        label={t(`terms.line.${form.kind}`)}
        hint={line === null ? undefined : t('edit.lineKeep', { line })}
        value={form}
        onChange={set}
        error={refused.at('line') ?? refused.at('lineId')}
      />
      <TextField
        label={t('edit.labels')}
        hint={t('edit.labelsHint')}
        value={form.labels}
        onChange={(event) => set({ labels: event.target.value })}
        error={refused.at('labels')}
      />
      <LimitFields
        kind={form.kind}
        limits={form.limits}
        sent={sent}
        error={refused.at('allowances')}
        onChange={(limits) => set({ limits })}
      />
      {renewal === 'automatic' ? (
        <RecordsItselfFields subscription={opened} before={before.draft} form={form} set={set} />
      ) : null}
      {renewal === 'automatic' ? (
        <TextField
          label={t('edit.noticeDays')}
          hint={t('edit.noticeHint')}
          inputMode="numeric"
          value={form.noticeDays}
          onChange={(event) => set({ noticeDays: event.target.value })}
          error={
            (sent && !/^\d{1,3}$/.test(form.noticeDays.trim()) ? t('problem.notDays') : undefined) ??
            refused.at('noticeDays')
          }
        />
      ) : null}
      <TextAreaField
        label={t('edit.note')}
        maxLength={2000}
        value={form.note}
        onChange={(event) => set({ note: event.target.value })}
        error={refused.at('note')}
      />
    </SheetForm>
  )
}
