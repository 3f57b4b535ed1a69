import { type AcceptedStep, useHousehold } from '@streamline/client'
import { stepPlaceOf } from '@streamline/client/savings'
import { useRouter } from 'expo-router'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'

/** The way to where a step is done: the sheet of its subscription, or the form with its plan, day and people. */
export const StepWay = ({
  step,
  named,
}: {
  step: Pick<AcceptedStep, 'kind' | 'on' | 'subscription' | 'plan' | 'memberIds' | 'lineId'>
  /** What it is about, for who does not see the row. */
  named: string
}) => {
  const { t } = useTranslation('overview')
  const router = useRouter()
  const { today } = useHousehold()
  const place = stepPlaceOf(step)
  if (place === null) return null
  const go = (): void => {
    if (place.is === 'subscription')
      router.push({
        pathname: '/subscriptions/[id]',
        params: { id: place.id, ...(place.open === null ? {} : { open: place.open }) },
      })
    else
      router.push({
        pathname: '/add',
        params: {
          plan: place.plan,
          // A day that went by is not when it starts.
          ...(place.starts > today ? { startsOn: place.starts } : {}),
          ...(place.people.length > 1 ? { people: place.people.join(',') } : {}),
          ...(place.line === null ? {} : { lineId: place.line }),
        },
      })
  }
  const verb = t(`steps.do.${step.kind}`)
  return (
    <Button size="sm" variant="soft" label={`${verb}: ${named}`} onPress={go}>
      {verb}
    </Button>
  )
}
