import type { overviewSchema } from '@streamline/contract'
import { addDays, type CalendarDate } from '@streamline/domain'
import type * as z from 'zod'
import { rightsOf } from '../subscriptions/subscriptions.service.ts'
import { presentSubject, type OverviewSubject } from './overview-subject.ts'
import { rememberedOn } from './remembered.ts'

type ToClaim = z.infer<typeof overviewSchema>['toClaim'][number]

const SHOWN = 50

/** What one subscription has waiting at its provider. */
const claimsOf = rememberedOn((subject: OverviewSubject, today): ToClaim[] => {
  const { facts, records, catalogueProviderId: providerId, plan } = subject
  return rightsOf({ facts, records, providerId }, plan, today)
    .filter(({ state }) => state === 'toClaim')
    .map(({ included: { serviceId, providerName, tier, choice }, until }) => ({
      ...presentSubject(subject),
      serviceId,
      serviceName: providerName,
      tier,
      usableUntil: until === null ? null : addDays(until, -1),
      choice,
    }))
})

/** What people may still claim of the plans they pay, in order of the subscription. */
export const presentClaims = (subjects: readonly OverviewSubject[], today: CalendarDate): ToClaim[] =>
  subjects.flatMap((subject) => claimsOf(subject, today)).slice(0, SHOWN)
