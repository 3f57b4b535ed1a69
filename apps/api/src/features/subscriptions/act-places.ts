import type { contract } from '@streamline/contract'
import type { Call } from '../../platform/http/call.ts'
import type { Places } from './refused-at.ts'

type ActInput = Call<typeof contract.subscriptions.act>['input']['act']

const pricePlaces: Places = {
  'currency-mismatch': '/act/price/currency',
  'amount-out-of-range': '/act/price/amount',
  'invalid-terms': '/act',
  'invalid-period': '/act',
  'invalid-date': '/act',
}

/** Where the fault of an act is looked for; what is not listed is of the whole act. */
export const placesOfAct = (kind: ActInput['kind']): Places => {
  switch (kind) {
    case 'charge':
      return {
        'currency-mismatch': '/act/amount/currency',
        'amount-out-of-range': '/act/amount/amount',
        'invalid-terms': '/act/startsOn',
      }
    case 'pause':
      return { 'invalid-terms': '/act/untilOn' }
    case 'correct':
      return { ...pricePlaces, 'invalid-date': '/act/startsOn' }
    default:
      return pricePlaces
  }
}
