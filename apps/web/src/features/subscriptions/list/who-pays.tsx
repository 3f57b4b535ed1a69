import type { Subscription } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import { membersOfSplit } from '@streamline/domain'
import { LockKeyhole } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { AvatarStack } from '../../../design/avatar-stack.tsx'

/** Who bears it and who pays it; a household of one needs only what is private. */
export const WhoPays = ({
  subscription: { split, paidBy, visibility },
}: {
  subscription: Pick<Subscription, 'split' | 'paidBy' | 'visibility'>
}) => {
  const { t } = useTranslation('subscriptions')
  const { several, isYou, nameOf, shortNameOf } = usePeople()
  if (visibility === 'private')
    return (
      <p className="flex items-center gap-1.5 text-xs font-medium text-muted">
        <LockKeyhole size={14} aria-hidden />
        {t('row.private')}
      </p>
    )
  if (!several) return null
  const pays = isYou(paidBy) ? t('row.youPay') : t('row.pays', { name: shortNameOf(paidBy) })
  const members = split.kind === 'payer' ? [paidBy] : membersOfSplit(split)
  return (
    <div className="flex min-w-0 items-center gap-2 text-xs font-medium text-muted">
      <AvatarStack people={members.map((id) => ({ id, name: nameOf(id) }))} />
      <span className="truncate">
        {members.length > 1 ? t('row.splitAndPays', { count: members.length, pays }) : pays}
      </span>
    </div>
  )
}
