import { type FormPlaces, type LineDetail, useFieldError, useOpened } from '@streamline/client'
import { lineChangeOf, lineDraftOf, lineTitle, type LineDraft, useUpdateLine } from '@streamline/client/lines'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../design/field.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'
import { PayerField } from '../billing/payer-field.tsx'

const places: FormPlaces = {
  fields: ['number', 'name', 'memberId'],
  codes: { 'line-taken': 'number', 'unknown-member': 'memberId' },
}

/** Puts the number right, and says whose it is and what the family calls it. */
export const LineForm = ({ line, onDone }: { line: LineDetail; onDone: () => void }) => {
  const { t } = useTranslation('lines')
  const update = useUpdateLine()
  const refused = useFieldError(update.error, places)
  const [form, setForm] = useState(() => lineDraftOf(line))
  const set = (change: Partial<LineDraft>) => setForm((known) => ({ ...known, ...change }))
  const { revision } = useOpened(line, update.error)
  const [before] = useState(line)
  const { id, kind, number } = line

  const submit = () => {
    const change = lineChangeOf(form, before)
    if (Object.keys(change).length === 0) {
      onDone()
      return
    }
    update.mutate(
      { id, revision, ...change },
      {
        onSuccess: (newest) => {
          onDone()
          showToast(t('saved', { name: lineTitle(newest) }))
        },
      },
    )
  }

  return (
    <SheetForm label={t('save')} busy={update.isPending} error={refused.rest} onSubmit={submit}>
      <TextField
        label={t('number')}
        hint={t('numberKeep', { number })}
        maxLength={60}
        autoComplete="off"
        inputMode={kind === 'mobile' ? 'tel' : 'text'}
        value={form.number}
        onChange={(event) => set({ number: event.target.value })}
        error={refused.at('number')}
      />
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        maxLength={60}
        value={form.name}
        onChange={(event) => set({ name: event.target.value })}
        error={refused.at('name')}
      />
      <PayerField
        label={t('whoseIs')}
        nobody={t('nobody')}
        value={form.memberId}
        onChange={(memberId) => set({ memberId })}
        error={refused.at('memberId')}
      />
    </SheetForm>
  )
}
