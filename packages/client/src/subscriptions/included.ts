import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { IncludedService, SubscriptionDetail } from '../answers.ts'
import { type Format, useFormat } from '../format/format.ts'
import { useIntervalText } from '../use-interval-text.ts'

const tones = {
  running: 'positive',
  toClaim: 'warn',
  dismissed: 'neutral',
  notChosen: 'neutral',
  ended: 'neutral',
} as const

interface Words {
  readonly t: TFunction<'subscriptions'>
  readonly format: Format
  readonly interval: (interval: NonNullable<IncludedService['interval']>) => string
}

type Told = Pick<SubscriptionDetail, 'includes' | 'entitlements' | 'actions'>

/** What the plan brings along: what runs, what has to be claimed at the provider, what is a choice. */
export const includedRows = ({ includes, entitlements, actions }: Told, { t, format, interval }: Words) => {
  const rights = new Map(entitlements.map((right) => [right.serviceId, right]))
  return includes.flatMap((service) => {
    const right = rights.get(service.serviceId)
    if (right === undefined) return []
    const { state, usableUntil } = right
    const notes = [
      service.tier,
      usableUntil !== null && state !== 'ended'
        ? t('includes.until', { date: format.shortDate(usableUntil) })
        : service.interval
          ? interval(service.interval)
          : null,
      service.choice ? t('includes.choice', { count: service.choice.pick }) : null,
    ]
    return [
      {
        key: `${service.serviceId} ${service.tier}`,
        service: { id: service.serviceId, name: service.providerName },
        notes: notes.filter((part) => part !== null && part !== '').join(' · '),
        word: t(`includes.state.${state}`),
        tone: tones[state],
        /** Who looks can say whether it was claimed. */
        mayClaim: actions.includes('correct') && (state === 'toClaim' || state === 'dismissed'),
        isDismissed: state === 'dismissed',
      },
    ]
  })
}

export const useIncludedRows = (subscription: Told) => {
  const { t } = useTranslation('subscriptions')
  const interval = useIntervalText()
  return includedRows(subscription, { t, format: useFormat(), interval })
}
