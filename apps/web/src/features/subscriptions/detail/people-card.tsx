import type { SubscriptionDetail } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import { useMayChange, useSplitText, wholePeriodShares } from '@streamline/client/subscriptions'
import { LockKeyhole, Split as SplitIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../../design/avatar.tsx'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Money } from '../../../design/money.tsx'

/** Who bears how much of a full period, who pays the provider, who looks after it. */
export const PeopleCard = ({
  subscription,
  onSplit,
}: {
  subscription: SubscriptionDetail
  onSplit: () => void
}) => {
  const { t } = useTranslation(['subscriptions', 'split', 'words'])
  const { several, isYou, nameOf } = usePeople()
  const mayChange = useMayChange(subscription)
  const splitText = useSplitText()
  const { split, paidBy, managedBy, usedBy, debit, visibility } = subscription
  if (!several && visibility === 'shared') return null
  const shares = wholePeriodShares(subscription)
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
      {split.kind === 'payer' || split.kind === 'equal' ? null : (
        <p className="figures mt-3 text-sm break-words text-muted">{splitText(split, debit.currency)}</p>
      )}
      <p className="mt-3 text-sm text-muted empty:hidden">
        {usedBy.length > 0 ? (
          <span className="block">{t('people.usedBy', { names: usedBy.map(nameOf).join(', ') })}</span>
        ) : null}
        {managedBy === paidBy ? null : (
          <span className="block">{t('people.managedBy', { name: nameOf(managedBy) })}</span>
        )}
      </p>
      {mayChange && visibility === 'shared' ? (
        <Button
          variant="secondary"
          size="sm"
          icon={SplitIcon}
          wide
          className="mt-4"
          aria-label={t('split:title', { name: subscription.name })}
          onClick={onSplit}
        >
          {t('split:open')}
        </Button>
      ) : null}
    </Card>
  )
}
