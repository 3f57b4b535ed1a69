import { type Kind, type Plan, type Provider, itemsOf, useDebounced, useHousehold } from '@streamline/client'
import { useMatchingProviders, usePlans, useProviders } from '@streamline/client/catalogue'
import { kinds, popularByKind } from '@streamline/client/subscriptions'
import { PencilLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { BrandTile } from '../../../design/brand-tile.tsx'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Chip } from '../../../design/chip.tsx'
import { ErrorState } from '../../../design/error-state.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { useSearchText } from '../../../design/use-search-text.ts'
import { PickSearch, type Pick } from './pick-search.tsx'

const typingMs = 150
const mostProviders = 4
const mostPlans = 12
const mostChips = 9

const useFound = (text: string) => {
  const { country } = useHousehold()
  const q = useDebounced(text.trim(), typingMs)
  const plans = usePlans(q === '' ? null : { country, q })
  const providers = useMatchingProviders(q === '' ? null : { country, q, limit: mostProviders })
  const found: readonly Plan[] = q === '' ? [] : itemsOf(plans.data)
  const picks: Pick[] =
    text.trim() === ''
      ? []
      : [
          ...(q === '' ? [] : (providers.data ?? [])).map((provider) => ({
            pick: 'provider' as const,
            provider,
          })),
          ...found.slice(0, mostPlans).map((plan) => ({ pick: 'plan' as const, plan })),
          { pick: 'own' as const, name: text.trim() },
        ]
  return {
    picks,
    busy: plans.isFetching || providers.isFetching || q !== text.trim(),
    error: plans.error,
    retry: plans.refetch,
  }
}

/** First step: what is it? Search as you type, or one tap on what most people here use. */
export const PickStep = ({
  q,
  onText,
  onProvider,
  onPlan,
  onOwn,
}: {
  /** What is searched for, as the address has it. */
  q: string
  onText: (text: string) => void | Promise<void>
  onProvider: (provider: Provider, kind?: Kind) => void
  onPlan: (plan: Plan) => void
  onOwn: (name: string) => void
}) => {
  const { t } = useTranslation(['add', 'words'])
  const { country } = useHousehold()
  const { text, setText } = useSearchText(q, (typed) => void onText(typed))
  const providers = useProviders({ country, limit: 100 })
  const { picks, busy, error, retry } = useFound(text)
  const groups = popularByKind(providers.data ?? [], kinds, mostChips)

  const take = async (picked: Pick): Promise<void> => {
    // So that the way back finds it.
    if (text.trim() !== q) await onText(text.trim())
    if (picked.pick === 'provider') onProvider(picked.provider)
    else if (picked.pick === 'plan') onPlan(picked.plan)
    else onOwn(picked.name)
  }

  return (
    <div className="space-y-6">
      <PickSearch
        text={text}
        onText={setText}
        picks={picks}
        busy={busy}
        onPick={(picked) => void take(picked)}
      />
      {text.trim() !== '' && error ? (
        <Card>
          <ErrorState error={error} onRetry={() => void retry()} />
        </Card>
      ) : null}
      {text.trim() === '' ? (
        providers.isPending ? (
          <div className="flex flex-wrap gap-2" aria-hidden>
            {Array.from({ length: 12 }, (_, at) => (
              <Skeleton key={at} className="h-11 w-28 rounded-full" />
            ))}
          </div>
        ) : providers.error ? (
          <Card>
            <ErrorState error={providers.error} onRetry={() => void providers.refetch()} />
          </Card>
        ) : (
          groups.map((group) => (
            <section key={group.kind} aria-labelledby={`popular-${group.kind}`}>
              <h2 id={`popular-${group.kind}`} className="mb-2.5 text-lg font-bold tracking-tight">
                {t(`words:kind.${group.kind}`)}
              </h2>
              <div className="flex flex-wrap gap-2">
                {group.providers.map((provider) => (
                  <Chip
                    key={provider.id}
                    leading={
                      <BrandTile
                        size="sm"
                        name={provider.id}
                        color={provider.brandColor}
                        className="rounded-full"
                      />
                    }
                    onClick={() => onProvider(provider, group.kind)}
                  >
                    {provider.name}
                  </Chip>
                ))}
              </div>
            </section>
          ))
        )
      ) : null}
      {text.trim() === '' ? (
        <div className="border-t border-line pt-5">
          <Button variant="secondary" icon={PencilLine} onClick={() => onOwn('')}>
            {t('pick.own')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
