import { useTranslation } from 'react-i18next'
import type { Overview } from '../answers.ts'
import { useFormat } from '../format/format.ts'

/** What is paid for already and only has to be claimed, in words. */
export const useClaimRows = () => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  return (toClaim: Overview['toClaim']) =>
    toClaim.map(({ subscriptionId, name, serviceId, serviceName, tier, usableUntil, choice }) => ({
      key: `${subscriptionId} ${serviceId}`,
      subscriptionId,
      service: { id: serviceId, name: serviceName },
      what: t('claims.what', { service: serviceName, name }),
      notes: [
        tier,
        choice === null ? null : t('claims.choice', { count: choice.pick }),
        usableUntil === null ? null : t('claims.until', { date: format.shortDate(usableUntil) }),
      ]
        .filter((part) => part !== null && part !== '')
        .join(' · '),
    }))
}
