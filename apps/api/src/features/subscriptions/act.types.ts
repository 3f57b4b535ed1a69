import type { contract } from '@streamline/contract'
import type { CalendarDate, SettledOtherwise } from '@streamline/domain'
import type { Call } from '../../platform/http/call.ts'
import type { PlanDocument } from '../catalogue/catalogue.service.ts'

export type ActInput = Call<typeof contract.subscriptions.act>['input']['act']
/** What is said with one kind of act. */
export type ActOf<K extends ActInput['kind']> = Extract<ActInput, { kind: K }>

/** What the catalogue says of the plan that an act names; undefined where it names none. */
export interface NamedPlan {
  readonly plan: PlanDocument | null | undefined
  /** Of the household. */
  readonly country: string
  /** First day after the last bill that money is on: another price holds from the next one. Null where there is none. */
  readonly settledUntil: CalendarDate | null
  /** Where an earlier act turns out other than was said: what was settled when later prices were said. */
  readonly settled?: readonly SettledOtherwise[] | undefined
}
