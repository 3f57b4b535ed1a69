import type { Member } from '@streamline/client'
import { useMerged } from '@streamline/client/households'
import { Split } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'

/** Entries that became this person, each with the way back. */
export const MergedSection = ({ member }: { member: Member }) => {
  const { t } = useTranslation('people')
  const { rows, error, busy } = useMerged(member)
  if (rows.length === 0) return null
  return (
    <section className="space-y-3">
      <h3 className="font-bold">{t('merge.mergedTitle')}</h3>
      {rows.map(({ id, text, label, unmerge }) => (
        <div key={id} className="space-y-2">
          <p className="text-sm text-muted">{text}</p>
          <Button variant="secondary" icon={Split} busy={busy} onClick={unmerge}>
            {label}
          </Button>
        </div>
      ))}
      <FormError error={error} />
    </section>
  )
}
