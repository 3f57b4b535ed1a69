import { useTranslation } from 'react-i18next'
import { TextAreaField, TextField } from '../../design/field.tsx'

/** What few people write: the number of the transaction, and a word about it. */
export const ReferenceFields = ({
  reference,
  note,
  errorAt,
  onChange,
}: {
  reference: string
  note: string
  errorAt: (field: 'reference' | 'note') => string | undefined
  onChange: (change: { reference?: string; note?: string }) => void
}) => {
  const { t } = useTranslation('billing')
  const isRefused = errorAt('reference') !== undefined || errorAt('note') !== undefined
  return (
    <details open={isRefused || undefined} className="group rounded-control border border-line px-4">
      <summary className="-mx-4 flex min-h-12 items-center justify-between gap-3 rounded-control px-4 font-semibold">
        {t('pay.more')}
        <span className="text-sm font-normal text-faint group-open:hidden">
          {[reference.trim(), note.trim()].filter(Boolean).join(' · ').slice(0, 40) || t('pay.optional')}
        </span>
      </summary>
      <div className="space-y-4 pt-2 pb-4">
        <TextField
          label={t('pay.reference')}
          placeholder={t('pay.referenceHint')}
          autoComplete="off"
          maxLength={80}
          value={reference}
          onChange={(event) => onChange({ reference: event.target.value })}
          error={errorAt('reference')}
        />
        <TextAreaField
          label={t('pay.note')}
          rows={2}
          maxLength={500}
          value={note}
          onChange={(event) => onChange({ note: event.target.value })}
          error={errorAt('note')}
        />
      </div>
    </details>
  )
}
