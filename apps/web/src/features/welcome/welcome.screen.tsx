import { useHousehold } from '@streamline/client'
import { useProviders } from '@streamline/client/catalogue'
import { useUpdateHousehold, zoneIn } from '@streamline/client/households'
import { useMe } from '@streamline/client/identity'
import { useNavigate } from '@tanstack/react-router'
import { ArrowRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queueFrom } from '../subscriptions/add/queue.ts'
import { Logo } from '../../design/logo.tsx'
import { BrandTile } from '../../design/brand-tile.tsx'
import { Button, ButtonLink } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Chip } from '../../design/chip.tsx'
import { ErrorState, FormError } from '../../design/error-state.tsx'
import { useTitle } from '../../design/page.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { CountryField, CurrencyField } from '../../design/place-fields.tsx'

const most = 3

/** It was said with the account, so it is only told here; whoever wants it otherwise opens it. */
const HouseholdCountry = () => {
  const { t, i18n } = useTranslation('welcome')
  const countries = useMemo(() => new Intl.DisplayNames([i18n.language], { type: 'region' }), [i18n.language])
  const household = useHousehold()
  const update = useUpdateHousehold()
  const move = (country: string): void => {
    const timeZone = zoneIn(country, household.timeZone)
    update.mutate({ revision: household.revision, country, timeZone })
  }
  return (
    <details className="group rounded-card border border-line bg-surface px-5 shadow-card">
      <summary className="flex min-h-14 items-center justify-between gap-3">
        <span className="min-w-0">
          {t('place', {
            country: countries.of(household.country) ?? household.country,
            currency: household.currency,
          })}
        </span>
        <span className="shrink-0 font-semibold text-brand group-open:hidden">{t('change')}</span>
      </summary>
      <div className="grid gap-4 pt-2 pb-5 sm:grid-cols-2">
        <CountryField
          label={t('country')}
          value={household.country}
          disabled={update.isPending}
          onChange={(event) => move(event.target.value)}
        />
        <CurrencyField
          value={household.currency}
          disabled={update.isPending}
          onChange={(event) => update.mutate({ revision: household.revision, currency: event.target.value })}
        />
      </div>
      <FormError error={update.error} />
    </details>
  )
}

const PopularProviders = ({
  chosen,
  onToggle,
}: {
  chosen: readonly string[]
  onToggle: (id: string) => void
}) => {
  const { t } = useTranslation('welcome')
  const { country } = useHousehold()
  const { data, error, refetch } = useProviders({ country, limit: 60 })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <div className="flex flex-wrap gap-2">
        {Array.from({ length: 9 }, (_, index) => (
          <Skeleton key={index} className="h-11 w-28 rounded-full" />
        ))}
      </div>
    )
  if (data.length === 0) return <p className="text-muted">{t('none')}</p>
  const popular = data.filter((provider) => provider.popular)
  return (
    <div className="flex flex-wrap gap-2">
      {(popular.length > 0 ? popular : data.slice(0, 12)).map(({ id, name, brandColor }) => (
        <Chip
          key={id}
          selected={chosen.includes(id)}
          disabled={chosen.length >= most && !chosen.includes(id)}
          leading={<BrandTile name={id} color={brandColor} size="sm" className="rounded-full" />}
          onClick={() => onToggle(id)}
          className="disabled:opacity-50"
        >
          {name}
        </Chip>
      ))}
    </div>
  )
}

/** After registering: where the household lives, and the first three things it uses. */
export const WelcomeScreen = () => {
  const { t } = useTranslation('welcome')
  const navigate = useNavigate()
  const name = useMe().data?.name ?? ''
  const [chosen, setChosen] = useState<readonly string[]>([])
  const title = t('title', { name })
  useTitle(title)

  const toggle = (id: string): void =>
    setChosen(chosen.includes(id) ? chosen.filter((known) => known !== id) : [...chosen, id])

  const go = (): void => {
    void navigate({ to: '/add', search: queueFrom(chosen) })
  }

  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-2xl flex-col px-4 pt-6 pb-10">
      <header>
        <Logo />
      </header>
      <main id="main" tabIndex={-1} className="my-auto py-8">
        <h1 id="page-heading" tabIndex={-1} className="text-3xl font-bold tracking-tight break-words">
          {title}
        </h1>
        <p className="mt-1.5 mb-6 text-muted">{t('lead')}</p>
        <div className="space-y-4">
          <HouseholdCountry />
          <Card title={t('pick')}>
            <p className="-mt-2 mb-4 text-muted">{t('pickHint')}</p>
            <PopularProviders chosen={chosen} onToggle={toggle} />
            <output className="mt-3 block min-h-6 text-sm font-medium text-faint">
              {chosen.length >= most
                ? t('enough')
                : chosen.length > 0
                  ? t('chosen', { count: chosen.length })
                  : null}
            </output>
          </Card>
        </div>
        <div className="mt-6 flex flex-wrap items-center justify-between gap-3">
          <ButtonLink to="/home" variant="quiet">
            {t('skip')}
          </ButtonLink>
          {chosen.length > 0 ? (
            <Button size="lg" icon={ArrowRight} onClick={go}>
              {t('go')}
            </Button>
          ) : (
            <ButtonLink to="/add" size="lg" variant="secondary">
              {t('byHand')}
            </ButtonLink>
          )}
        </div>
      </main>
    </div>
  )
}
