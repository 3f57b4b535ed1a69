import { createFormat, FormatProvider } from '@streamline/client'
import { useGuestView } from '@streamline/client/guests'
import { tokenIn } from '@streamline/client/identity'
import { Link2Off } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../design/language.ts'
import { Card } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { Skeleton, SkeletonRows } from '../../design/skeleton.tsx'
import { GuestBalance } from './guest-balance.tsx'
import { GuestPage } from './guest-page.tsx'
import { GuestPay } from './guest-pay.tsx'
import { GuestShares } from './guest-shares.tsx'

/**
 * What somebody without an account owes, by their private link. The token stays in the address, because the link is
 * all they have to come back by.
 */
export const GuestScreen = () => {
  const { t } = useTranslation('visit')
  const [language] = useLanguage()
  const [token] = useState(() => tokenIn(location.hash))
  const view = useGuestView(token)
  const [first] = view.data?.pages ?? []
  const country = first?.country ?? 'IN'
  const today = first?.today ?? null
  const tooLarge = useTranslation('words').t('tooLarge')
  const format = useMemo(
    () => createFormat({ language, country, today, tooLarge }),
    [language, country, today, tooLarge],
  )

  if (token === null || view.error?.code === 'link-expired')
    return (
      <GuestPage lead="">
        <Card>
          <Empty icon={Link2Off} title={token === null ? t('guest.missingTitle') : t('guest.expiredTitle')}>
            {token === null ? t('guest.missing') : t('guest.expired')}
          </Empty>
        </Card>
      </GuestPage>
    )
  if (!first)
    return (
      <GuestPage lead="">
        <Card>
          {view.error ? (
            <ErrorState error={view.error} onRetry={() => void view.refetch()} />
          ) : (
            <>
              <output className="sr-only">{t('loading')}</output>
              <Skeleton className="mb-4 h-10 w-40" />
              <SkeletonRows rows={4} />
            </>
          )}
        </Card>
      </GuestPage>
    )
  return (
    <FormatProvider value={format}>
      <GuestPage lead={t('guest.lead', { name: first.name, household: first.householdName })}>
        <div className="space-y-4">
          <GuestBalance balances={first.balances} />
          {first.pays.map((pay) => (
            <GuestPay
              key={`${pay.toName} ${pay.amount.currency} ${pay.amount.amount}`}
              pay={pay}
              household={first.householdName}
            />
          ))}
          <GuestShares shares={view.data?.pages.flatMap(({ shares }) => shares.items) ?? []} list={view} />
          <p className="px-1 text-sm text-muted">{t('guest.private')}</p>
        </div>
      </GuestPage>
    </FormatProvider>
  )
}
