import { type Member, useFormat } from '@streamline/client'
import { useMergings, usePeople, useUnmergeMember } from '@streamline/client/households'
import { showToast } from '@streamline/client/toasts'
import { Split } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'

/** Entries that became this person, each with the way back. */
export const MergedSection = ({ member: { id, name: into } }: { member: Member }) => {
  const { t } = useTranslation('people')
  const format = useFormat()
  const { nameOf } = usePeople()
  const mergings = (useMergings(true).data ?? []).filter(({ intoId }) => intoId === id)
  const unmerge = useUnmergeMember()
  if (mergings.length === 0) return null
  const apart = (memberId: string) =>
    unmerge.mutate({ id: memberId }, { onSuccess: ({ name }) => showToast(t('merge.apart', { name, into })) })
  return (
    <section className="space-y-3">
      <h3 className="font-bold">{t('merge.mergedTitle')}</h3>
      {mergings.map(({ memberId, on }) => (
        <div key={memberId} className="space-y-2">
          <p className="text-sm text-muted">
            {t('merge.merged', { name: nameOf(memberId), into, date: format.date(on) })}
          </p>
          <Button variant="secondary" icon={Split} busy={unmerge.isPending} onClick={() => apart(memberId)}>
            {t('merge.unmerge', { name: nameOf(memberId) })}
          </Button>
        </div>
      ))}
      <FormError error={unmerge.error} />
    </section>
  )
}
