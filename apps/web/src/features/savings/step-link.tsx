import type { AcceptedStep } from '@streamline/client'
import { stepPlaceOf } from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../design/button.tsx'

/** The way to where a step is done: the sheet of its subscription, or the form with its plan, day and people. */
export const StepLink = ({
  step,
  named,
  wide = false,
}: {
  step: Pick<AcceptedStep, 'kind' | 'on' | 'subscription' | 'plan' | 'memberIds' | 'lineId'>
  /** What it is about, for who does not see the row. */
  named: string
  wide?: boolean
}) => {
  const { t } = useTranslation('overview')
  const place = stepPlaceOf(step)
  if (place === null) return null
  const verb = t(`steps.do.${step.kind}`)
  const look = { size: 'sm', variant: 'soft', wide, 'aria-label': `${verb}: ${named}` } as const
  return place.is === 'subscription' ? (
    <ButtonLink
      {...look}
      to="/subscriptions/$subscriptionId"
      params={{ subscriptionId: place.id }}
      search={place.open === null ? {} : { open: place.open }}
    >
      {verb}
    </ButtonLink>
  ) : (
    <ButtonLink
      {...look}
      to="/add"
      search={{
        plan: place.plan,
        starts: place.starts,
        ...(place.people.length > 0 ? { people: place.people.join(',') } : {}),
        ...(place.line === null ? {} : { line: place.line }),
      }}
    >
      {verb}
    </ButtonLink>
  )
}
