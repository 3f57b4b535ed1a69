import { useBalances } from '@streamline/client'
import { HandCoins, UserPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { SkeletonRows } from '../../design/skeleton.tsx'
import { usePeople } from '../households/use-people.ts'
import { BalanceBars } from './balance-bars.tsx'
import { TransferList } from './transfer-list.tsx'

/** Who owes whom, and what would settle it. */
export const BetweenTab = () => {
  const { t } = useTranslation('money')
  const { data, error, refetch } = useBalances()
  const { several } = usePeople()
  if (!data)
    return (
      <Card>
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <>
            <output className="sr-only">{t('loading')}</output>
            <SkeletonRows rows={4} />
          </>
        )}
      </Card>
    )
  if (data.balances.every(({ amount }) => amount.amount === 0))
    return (
      <Card>
        <Empty
          icon={HandCoins}
          title={t('between.even')}
          action={
            several ? null : (
              <ButtonLink to="/settings" icon={UserPlus}>
                {t('between.addPeople')}
              </ButtonLink>
            )
          }
        >
          {t('between.evenText')}
        </Empty>
      </Card>
    )
  return (
    <div className="grid items-start gap-5 wide:grid-cols-2">
      <BalanceBars balances={data.balances} />
      <TransferList transfers={data.transfers} exact={data.exact} />
    </div>
  )
}
