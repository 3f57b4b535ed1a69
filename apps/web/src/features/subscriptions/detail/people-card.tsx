import type { SubscriptionDetail } from '@streamline/client'
import { sharesOf } from '@streamline/domain'
import { LockKeyhole } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../../design/avatar.tsx'
import { Card } from '../../../design/card.tsx'
import { Money } from '../../../design/money.tsx'
import { usePeople } from '../../households/use-people.ts'

/** Who bears how much of a full period, who pays the provider, who looks after it. */
export const PeopleCard = ({ subscription }: { subscription: SubscriptionDetail }) => {
  const { t } = useTranslation(['subscriptions', 'words'])
  const { several, isYou, nameOf } = usePeople()
  const { split, paidBy, managedBy, usedBy, debit, visibility } = subscription
  if (!several) return null
  const rule = split.kind === 'equal' ? split : ({ kind: 'payer', memberId: paidBy } as const)
  const shares = sharesOf(debit.amount, rule, 0)
  const name = (id: string) => (isYou(id) ? `${nameOf(id)} (${t('words:you')})` : nameOf(id))
  return (
    <Card title={t('people.title')}>
      {visibility === 'private' ? (
        <p className="mb-3 flex items-center gap-2 text-sm text-muted">
          <LockKeyhole size={16} aria-hidden />
          {t('people.private')}
        </p>
      ) : null}
      <ul className="space-y-2">
        {shares.map(({ memberId, amount }) => (
          <li key={memberId} className="flex items-center gap-3">
            <Avatar id={memberId} name={nameOf(memberId)} />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{name(memberId)}</span>
              {memberId === paidBy ? (
                <span className="block text-sm text-muted">{t('people.pays')}</span>
              ) : null}
            </span>
            <Money value={{ amount, currency: debit.currency }} />
          </li>
        ))}
        {shares.some(({ memberId }) => memberId === paidBy) ? null : (
          <li className="flex items-center gap-3">
            <Avatar id={paidBy} name={nameOf(paidBy)} />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{name(paidBy)}</span>
              <span className="block text-sm text-muted">{t('people.paysOnly')}</span>
            </span>
          </li>
        )}
      </ul>
      <p className="mt-3 text-sm text-muted empty:hidden">
        {usedBy.length > 0 ? (
          <span className="block">{t('people.usedBy', { names: usedBy.map(nameOf).join(', ') })}</span>
        ) : null}
        {managedBy === paidBy ? null : (
          <span className="block">{t('people.managedBy', { name: nameOf(managedBy) })}</span>
        )}
      </p>
    </Card>
  )
}
