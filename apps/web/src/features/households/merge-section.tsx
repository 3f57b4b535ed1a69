import type { Member } from '@streamline/client'
import { useMerging } from '@streamline/client/households'
import { Merge } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { FormError } from '../../design/error-state.tsx'
import { SelectField } from '../../design/field.tsx'

/** Somebody who stands in the list twice is one person again, with the money of both. */
export const MergeSection = ({ member, onMerged }: { member: Member; onMerged: () => void }) => {
  const { t } = useTranslation('people')
  const { others, intoId, choose, into, error, busy, begin, submit } = useMerging(member, onMerged)
  const [asked, setAsked] = useState(false)
  const { name } = member
  if (others.length === 0) return null
  return (
    <section className="space-y-3">
      <h3 className="font-bold">{t('merge.title')}</h3>
      <p className="text-sm text-muted">{t('merge.text', { name })}</p>
      <SelectField
        label={t('merge.who', { name })}
        value={intoId}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{t('merge.nobody')}</option>
        {others.map((other) => (
          <option key={other.id} value={other.id}>
            {other.name}
          </option>
        ))}
      </SelectField>
      {into === undefined ? null : (
        <>
          <Button
            variant="secondary"
            icon={Merge}
            onClick={() => {
              begin()
              setAsked(true)
            }}
          >
            {t('merge.button', { into: into.name })}
          </Button>
          <ConfirmDialog
            open={asked}
            onOpenChange={setAsked}
            title={t('merge.question', { name, into: into.name })}
            confirmLabel={t('merge.submit')}
            danger
            busy={busy}
            onConfirm={submit}
          >
            <div className="space-y-3">
              <p className="break-words">{t('merge.warning', { name, into: into.name })}</p>
              <FormError error={error} />
            </div>
          </ConfirmDialog>
        </>
      )}
    </section>
  )
}
