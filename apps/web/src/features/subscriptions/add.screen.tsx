import { type SubscriptionDetail, useFormat, useHousehold } from '@streamline/client'
import { usePlan, useProviders } from '@streamline/client/catalogue'
import { movedOn, type Moving, type Stop } from '@streamline/client/lines'
import { useSubscriptionIf } from '@streamline/client/subscriptions'
import { showToast } from '@streamline/client/toasts'
import { isCalendarDate } from '@streamline/domain'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { BackLink, Page } from '../../design/page.tsx'
import { SkeletonRows } from '../../design/skeleton.tsx'
import { PickStep } from './add/pick-step.tsx'
import { nextIn, type Queue, queueOf, searchOf, withAnother } from './add/queue.ts'
import { QueueNote } from './add/queue-note.tsx'
import { PlansStep } from './add/plans-step.tsx'
import { TermsStep } from './add/terms-step.tsx'

const route = getRouteApi('/household/shell/add')

/** `plan=own` in the address is a plan that the catalogue does not have. */
const own = 'own'

/** Goes on after saving: to the next provider of the welcome, or to what was just added. */
const useOnward = (queue: Queue | null) => {
  const { t } = useTranslation('add')
  const format = useFormat()
  const navigate = useNavigate()
  return ({ id, name, nextDebit }: SubscriptionDetail) => {
    const said =
      nextDebit === null
        ? t('done', { name })
        : t('doneNext', { name, amount: format.money(nextDebit.amount), date: format.date(nextDebit.on) })
    showToast(said, {
      action: {
        label: t('another'),
        run: () => void navigate({ to: '/add', search: queue === null ? {} : withAnother(queue) }),
      },
    })
    const next = queue === null ? undefined : nextIn(queue)
    if (next === undefined)
      void navigate({ to: '/subscriptions/$subscriptionId', params: { subscriptionId: id }, replace: true })
    else if (next === null) void navigate({ to: '/home', replace: true })
    else void navigate({ to: '/add', search: next, replace: true })
  }
}

/** The number it is for and what it takes the place of, with the first day that follows from that. */
const useMoving = ({
  line,
  replaces,
  how,
}: {
  line: string | undefined
  replaces: string | undefined
  how: Stop | undefined
}) => {
  const { today } = useHousehold()
  const leaving = useSubscriptionIf(replaces ?? null)
  const isReplacing = replaces !== undefined && how !== undefined
  const moving: Moving | null =
    line === undefined
      ? null
      : { lineId: line, replaces: isReplacing ? { subscriptionId: replaces, how } : null }
  const beginsOn = isReplacing && leaving.data ? movedOn(leaving.data, how, today) : null
  return { moving, beginsOn, isKnown: !isReplacing || !leaving.isPending }
}

export const AddScreen = () => {
  const { t } = useTranslation('add')
  const {
    q,
    kind,
    provider: providerId,
    plan: planId,
    queue: waiting,
    of,
    narrow,
    region,
    length,
    line,
    replaces,
    how,
    starts,
    people,
  } = route.useSearch()
  const navigate = route.useNavigate()
  const { country, today } = useHousehold()
  const providers = useProviders({ country, limit: 100 })
  const plan = usePlan(planId === undefined || planId === own ? null : planId)
  const queue = queueOf(waiting, of)
  const onSaved = useOnward(queue)
  const keep = {
    ...(queue === null ? {} : searchOf(queue)),
    ...(line === undefined ? {} : { line, ...(kind ? { kind } : {}) }),
    ...(replaces === undefined || how === undefined ? {} : { replaces, how }),
    ...(starts === undefined ? {} : { starts }),
    ...(people === undefined ? {} : { people }),
  }
  const moving = useMoving({ line, replaces, how })
  const provider = providers.data?.find(({ id }) => id === providerId)
  const place = queue === null ? null : <QueueNote queue={queue} />
  const providerName = provider?.name ?? plan.data?.providerName ?? ''

  if (planId !== undefined) {
    const back =
      providerId === undefined
        ? { ...keep, ...(q ? { q } : {}) }
        : { ...keep, provider: providerId, ...(kind ? { kind } : {}) }
    return (
      <Page
        title={planId === own ? t('own.title') : t('title')}
        width="broad"
        back={
          <BackLink to="/add" search={back}>
            {providerId === undefined ? t('back.search') : t('back.plans', { name: providerName })}
          </BackLink>
        }
      >
        {place}
        {(planId === own || plan.data) && moving.isKnown ? (
          <TermsStep
            key={planId}
            plan={planId === own ? null : (plan.data ?? null)}
            name={q ?? providerName}
            kind={kind ?? provider?.kinds[0] ?? 'ott'}
            moving={moving.moving}
            beginsOn={moving.beginsOn ?? (isCalendarDate(starts) && starts > today ? starts : null)}
            people={people?.split(',') ?? []}
            onSaved={onSaved}
          />
        ) : (
          <Card>
            {plan.error ? (
              <ErrorState error={plan.error} onRetry={() => void plan.refetch()} />
            ) : (
              <SkeletonRows rows={4} />
            )}
          </Card>
        )}
      </Page>
    )
  }

  if (providerId !== undefined)
    return (
      <Page
        title={provider ? t('plans.title', { name: provider.name }) : t('title')}
        lead={t('plans.lead')}
        width="broad"
        back={
          <BackLink to="/add" search={keep}>
            {t('back.search')}
          </BackLink>
        }
      >
        {place}
        <PlansStep
          key={providerId}
          providerId={providerId}
          kinds={provider?.kinds ?? []}
          kind={kind ?? provider?.kinds[0]}
          narrowed={{ narrow, region, length }}
          onNarrow={(narrowed) =>
            navigate({
              search: {
                ...keep,
                provider: providerId,
                ...(kind ? { kind } : {}),
                ...Object.fromEntries(Object.entries(narrowed).filter(([, value]) => value)),
              },
              replace: true,
              resetScroll: false,
            })
          }
          onKind={(next) =>
            void navigate({ search: { ...keep, provider: providerId, kind: next }, replace: true })
          }
          onPlan={({ id }) =>
            void navigate({ search: { ...keep, provider: providerId, ...(kind ? { kind } : {}), plan: id } })
          }
          onOther={() =>
            void navigate({ search: { ...keep, provider: providerId, ...(kind ? { kind } : {}), plan: own } })
          }
        />
      </Page>
    )

  return (
    <Page title={t('title')} lead={t('lead')}>
      {place}
      <PickStep
        q={q ?? ''}
        onText={(typed) =>
          navigate({
            search: { ...keep, ...(typed === '' ? {} : { q: typed }) },
            replace: true,
            resetScroll: false,
          })
        }
        onProvider={({ id }, chosen) =>
          void navigate({ search: { ...keep, provider: id, ...(chosen ? { kind: chosen } : {}) } })
        }
        onPlan={({ id }) => void navigate({ search: { ...keep, plan: id } })}
        onOwn={(name) =>
          void navigate({ search: { ...keep, plan: own, ...(name === '' ? {} : { q: name }) } })
        }
      />
    </Page>
  )
}
