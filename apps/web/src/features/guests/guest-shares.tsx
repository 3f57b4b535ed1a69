import { type GuestShare, useFormat } from '@streamline/client'
import { ReceiptText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../design/badge.tsx'
import { BrandTile } from '../../design/brand-tile.tsx'
import { Card } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { List, ListRow } from '../../design/list-row.tsx'
import { MoreButton, type Paged } from '../../design/more-button.tsx'
import { Money } from '../../design/money.tsx'

/** Which periods of which subscriptions, the newest first; the amount is this person's part. */
export const GuestShares = ({ shares, list }: { shares: readonly GuestShare[]; list: Paged }) => {
  const { t } = useTranslation('visit')
  const format = useFormat()
  return (
    <Card title={t('guest.shares')} flush>
      <p className="px-5 pb-2 text-sm text-muted wide:px-6">{t('guest.sharesHint')}</p>
      {shares.length === 0 ? <Empty icon={ReceiptText} title={t('guest.empty')} /> : null}
      <List>
        {shares.map(({ subscriptionName, brandColor, look, startsOn, endsOn, dueOn, amount, state }) => (
          <ListRow
            key={`${subscriptionName} ${startsOn} ${dueOn} ${amount.amount}`}
            leading={<BrandTile name={subscriptionName} color={brandColor} look={look} />}
            title={subscriptionName}
            subtitle={format.period(startsOn, endsOn)}
            trailing={
              <>
                <Money value={amount} />
                <Badge>{t(`guest.state.${state}`)}</Badge>
              </>
            }
          />
        ))}
      </List>
      <div className="flex justify-center px-5 pt-3 pb-5 empty:hidden">
        <MoreButton list={list} />
      </div>
    </Card>
  )
}
