import type { contract } from '@streamline/contract'
import type { Call } from '../../platform/http/call.ts'
import type { Places } from './with-places.ts'

type ActInput = Call<typeof contract.subscriptions.act>['input']['act']

const pricePlaces: Places = {
  'currency-mismatch': '/act/price/currency',
  'amount-out-of-range': '/act/price/amount',
  'invalid-terms': '/act',
  'invalid-period': '/act',
  'invalid-date': '/act',
  'too-many-periods': '/act',
}

const ofKind: Partial<Record<ActInput['kind'], Places>> = {
  charge: {
    'currency-mismatch': '/act/amount/currency',
    'amount-out-of-range': '/act/amount/amount',
    'invalid-terms': '/act/startsOn',
  },
  pause: { 'invalid-terms': '/act/untilOn' },
  changePlan: { ...pricePlaces, 'invalid-date': '/act/interval' },
  correct: { ...pricePlaces, 'invalid-date': '/act/startsOn', 'too-many-periods': '/act/startsOn' },
}

/** Where the fault of an act is looked for; what is not listed is of the whole act. */
export const placesOfAct = (kind: ActInput['kind']): Places => ofKind[kind] ?? pricePlaces
