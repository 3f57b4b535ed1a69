import type {
  balancesSchema,
  chargeSchema,
  householdSchema,
  includedServiceSchema,
  kindSchema,
  meSchema,
  memberSchema,
  needSchema,
  overviewSchema,
  paymentSchema,
  planDetailSchema,
  planSchema,
  providerSchema,
  savingSchema,
  sessionSchema,
  splitSchema,
  subscriptionDetailSchema,
  subscriptionSchema,
  transferSchema,
  userSchema,
} from '@streamline/contract'

/** What a schema of the contract gives, without importing the schema library. */
type Shape<Schema extends { _zod: { output: unknown } }> = Schema['_zod']['output']

/* What the API answers, named once for the screens; types only, Zod itself stays out of the apps. */

export type Balances = Shape<typeof balancesSchema>
export type Charge = Shape<typeof chargeSchema>
export type Household = Shape<typeof householdSchema>
export type IncludedService = Shape<typeof includedServiceSchema>
export type Kind = Shape<typeof kindSchema>
export type Me = Shape<typeof meSchema>
export type Member = Shape<typeof memberSchema>
export type Need = Shape<typeof needSchema>
export type Overview = Shape<typeof overviewSchema>
export type Payment = Shape<typeof paymentSchema>
export type Plan = Shape<typeof planSchema>
export type PlanDetail = Shape<typeof planDetailSchema>
export type Provider = Shape<typeof providerSchema>
export type Saving = Shape<typeof savingSchema>
export type Session = Shape<typeof sessionSchema>
export type Split = Shape<typeof splitSchema>
export type Subscription = Shape<typeof subscriptionSchema>
export type SubscriptionDetail = Shape<typeof subscriptionDetailSchema>
export type TimelineEntry = SubscriptionDetail['timeline'][number]
export type Transfer = Shape<typeof transferSchema>
export type User = Shape<typeof userSchema>
