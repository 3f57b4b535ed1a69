import { type SubscriptionDetail, useFormat, useHousehold } from '@streamline/client'
import { usePlan, useProviders } from '@streamline/client/catalogue'
import { showToast } from '@streamline/client/toasts'
import { useLocalSearchParams, useRouter } from 'expo-router'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { Page } from '../../design/page.tsx'
import { SkeletonCard } from '../../design/skeleton.tsx'
import { TopBar } from '../../design/top-bar.tsx'
import { PickStep } from './add/pick-step.tsx'
import { PlansStep } from './add/plans-step.tsx'
import { TermsStep } from './add/terms-step.tsx'

/** `plan=own` is a plan that the catalogue does not have. */
const own = 'own'

type AddParams = {
  readonly provider?: string
  readonly plan?: string
  readonly q?: string
  /** What a text that was shared says of it. */
  readonly price?: string
  readonly startsOn?: string
  readonly line?: string
  /** What an accepted step says of it: the number it is for, and who is to use it, comma-separated. */
  readonly lineId?: string
  readonly people?: string
}

/** Three steps, each a place of its own, so that the back gesture goes one back: what is it, which plan, since when. */
export const AddScreen = () => {
  const { t } = useTranslation('add')
  const router = useRouter()
  const format = useFormat()
  const { country } = useHousehold()
  const params = useLocalSearchParams<AddParams>()
  const providers = useProviders({ country, limit: 100 })
  const plan = usePlan(params.plan === undefined || params.plan === own ? null : params.plan)
  const provider = providers.data?.find(({ id }) => id === params.provider)
  const { price, startsOn, line, lineId, people } = params
  const read = {
    ...(price === undefined ? {} : { price }),
    ...(startsOn === undefined ? {} : { startsOn }),
    ...(line === undefined ? {} : { line }),
    ...(lineId === undefined ? {} : { lineId }),
  }
  const open = (next: AddParams): void =>
    router.push({
      pathname: '/add',
      params: { ...read, ...(people === undefined ? {} : { people }), ...next },
    })
  const added = (created: SubscriptionDetail | 'kept'): void => {
    router.dismissAll()
    if (created === 'kept') return
    const { id, name, nextDebit } = created
    showToast(
      nextDebit === null
        ? t('done', { name })
        : t('doneNext', { name, amount: format.money(nextDebit.amount), date: format.date(nextDebit.on) }),
    )
    router.push({ pathname: '/subscriptions/[id]', params: { id } })
  }
  if (params.plan !== undefined) {
    if (params.plan === own || plan.data)
      return (
        <TermsStep
          key={params.plan}
          head={<TopBar title={t(params.plan === own ? 'own.title' : 'title')} home="/home" />}
          plan={params.plan === own ? null : (plan.data ?? null)}
          name={params.q ?? provider?.name ?? ''}
          kind={provider?.kinds[0] ?? 'ott'}
          read={read}
          people={people?.split(',') ?? []}
          onSaved={added}
        />
      )
    return (
      <Page head={<TopBar title={t('title')} home="/home" />}>
        {plan.error ? (
          <Card>
            <ErrorState error={plan.error} onRetry={() => void plan.refetch()} />
          </Card>
        ) : (
          <SkeletonCard />
        )}
      </Page>
    )
  }
  if (params.provider !== undefined)
    return (
      <PlansStep
        key={params.provider}
        head={
          <TopBar title={provider ? t('plans.title', { name: provider.name }) : t('title')} home="/home" />
        }
        providerId={params.provider}
        kinds={provider?.kinds ?? []}
        onPlan={({ id }) => open({ ...params, plan: id })}
        onOther={() => open({ ...params, plan: own })}
      />
    )
  return (
    <PickStep
      head={<TopBar title={t('title')} home="/home" />}
      onProvider={({ id }) => open({ provider: id })}
      onPlan={({ id }) => open({ plan: id })}
      onOwn={(name) => open({ plan: own, q: name })}
    />
  )
}
