import { isWallTime, lookText } from '@streamline/domain'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SubscriptionDetail } from '../answers.ts'
import { amountText, parseAmount } from '../format/amount-text.ts'
import { carriedOver, useOpened } from '../queries/opened.ts'
import { showToast } from '../toasts/toast-store.ts'
import { allowanceDraftOf } from '../usage/allowance-draft.ts'
import { useFieldError, type FormPlaces } from '../use-field-error.ts'
import { changeOf, type EditDraft } from './edit-change.ts'
import { useUpdateSubscription } from './subscriptions.queries.ts'
import { useUndoToast } from './use-undo-toast.ts'

const draftOf = ({
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
  stopsAt,
  recordsItself,
  allowances,
}: SubscriptionDetail): EditDraft => ({
  name,
  kind,
  visibility,
  look: lookText(look),
  price: amountText(price.amount, price.currency),
  line: '',
  lineId,
  paidBy,
  usedBy,
  managedBy,
  note: note ?? '',
  labels: labels.join(', '),
  noticeDays: String(noticeDays),
  stopsAt: stopsAt ?? '',
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
    'stopsAt',
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

/** Changes names, people, notes and the price to come. Somebody else's change meanwhile is shown, the typing is kept. */
export const useEditing = (subscription: SubscriptionDetail) => {
  const { t } = useTranslation('subscriptions')
  const [sent, setSent] = useState(false)
  const update = useUpdateSubscription()
  const { say } = useUndoToast()
  const refused = useFieldError(update.error, places)
  const opened = useOpened(subscription, update.error)
  const [before, setBefore] = useState({ of: opened, draft: draftOf(opened) })
  const { id, revision, price } = opened

  const problemsOf = (form: EditDraft): Partial<Record<string, string>> => ({
    ...(form.name.trim() === '' ? { name: t('problem.missing') } : {}),
    ...(parseAmount(form.price, price.currency) === null ? { price: t('problem.notAnAmount') } : {}),
    ...(/^\d{1,3}$/.test(form.noticeDays.trim()) ? {} : { noticeDays: t('problem.notDays') }),
    ...(form.stopsAt.trim() === '' || isWallTime(form.stopsAt.trim())
      ? {}
      : { stopsAt: t('problem.notATime') }),
  })

  return {
    /** What the form goes on from: another one once it was told that somebody changed it meanwhile. */
    opened,
    before: before.draft,
    /** To be called with the form on each render: what was not touched in it follows what it goes on from. */
    follow: (form: EditDraft, setForm: (form: EditDraft) => void): void => {
      if (opened === before.of) return
      const draft = draftOf(opened)
      setForm(carriedOver(form, before.draft, draft))
      setBefore({ of: opened, draft })
    },
    sent,
    errorAt: (field: string, form: EditDraft): string | undefined =>
      (sent ? problemsOf(form)[field] : undefined) ?? refused.at(field),
    rest: refused.rest,
    busy: update.isPending,
    submit: (form: EditDraft, onDone: () => void): void => {
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
            onDone()
            // A note that waits was said to be kept.
            if (newest === null) return
            const text = t('edit.done', { name: newest.name })
            // Of what is changed here only the price is an act that can be taken back.
            if (change.price === undefined) showToast(text)
            else say(text, newest)
          },
        },
      )
    },
  }
}
