import type { Overview, Transfer } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import { ArrowRight, Handshake } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../design/avatar.tsx'
import { ButtonLink } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Money } from '../../design/money.tsx'

const TransferRow = ({ transfer: { from, fromName, to, toName, amount } }: { transfer: Transfer }) => {
  const { t } = useTranslation('overview')
  const { isYou, shortNameOf } = usePeople()
  const [giver, getter] = [shortNameOf(from, fromName), shortNameOf(to, toName)]
  const text = isYou(from)
    ? t('between.youOwe', { name: getter })
    : isYou(to)
      ? t('between.owesYou', { name: giver })
      : t('between.other', { from: giver, to: getter })
  return (
    <li className="flex items-center gap-3 py-2.5">
      <span aria-hidden className="flex shrink-0 items-center gap-1 text-faint">
        <Avatar id={from} name={fromName} size="sm" />
        <ArrowRight size={14} />
        <Avatar id={to} name={toName} size="sm" />
      </span>
      <span className="min-w-0 flex-1 break-words">{text}</span>
      <Money value={amount} />
    </li>
  )
}

/** Third answer: who owes whom, in the fewest transfers. */
export const BetweenCard = ({ overview: { between } }: { overview: Overview }) => {
  const { t } = useTranslation('overview')
  const { several } = usePeople()
  const { transfers } = between
  return (
    <Card title={t('between.title')}>
      {transfers.length === 0 ? (
        <p className="flex items-center gap-3 text-muted">
          <Handshake size={22} className="shrink-0 text-positive" aria-hidden />
          {t(several ? 'between.square' : 'between.alone')}
        </p>
      ) : (
        <>
          <ul className="divide-y divide-line/80">
            {transfers.slice(0, 4).map((transfer) => (
              <TransferRow
                key={`${transfer.from} ${transfer.to} ${transfer.amount.currency}`}
                transfer={transfer}
              />
            ))}
          </ul>
          {between.exact ? (
            <p className="mt-1 text-sm text-faint">{t('between.fewest', { count: transfers.length })}</p>
          ) : null}
          <ButtonLink
            to="/money"
            search={{ tab: 'between' }}
            variant="quiet"
            size="sm"
            className="mt-2 -ml-4"
          >
            {t('between.see')}
          </ButtonLink>
        </>
      )}
    </Card>
  )
}
