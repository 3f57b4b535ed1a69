import type { Charge } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../design/avatar.tsx'
import { Money } from '../../design/money.tsx'

/** "Ravi, 11 of 30 days, ₹110": what each person bears of one charge. */
export const ShareList = ({ shares }: { shares: Charge['shares'] }) => {
  const { t } = useTranslation('billing')
  const { isYou, nameOf } = usePeople()
  return (
    <ul className="space-y-2.5">
      {shares.map(({ memberId, amount, days, ofDays }) => (
        <li key={memberId} className="flex items-center gap-3">
          <Avatar id={memberId} name={nameOf(memberId)} />
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium">
              {isYou(memberId) ? t('pay.nameYou', { name: nameOf(memberId) }) : nameOf(memberId)}
            </span>
            {days === ofDays ? null : (
              <span className="block text-sm text-muted">{t('share.days', { days, count: ofDays })}</span>
            )}
          </span>
          <Money value={amount} />
        </li>
      ))}
    </ul>
  )
}
