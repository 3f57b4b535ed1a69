import { administrationContract } from './administration.contract.ts'
import { authContract } from './auth.contract.ts'
import { billingContract } from './billing.contract.ts'
import { catalogueContract } from './catalogue.contract.ts'
import { historyContract } from './history.contract.ts'
import { departureContract } from './departure.contract.ts'
import { guestsContract } from './guests.contract.ts'
import { householdsContract } from './households.contract.ts'
import { identitiesContract } from './identities.contract.ts'
import { insightsContract } from './insights.contract.ts'
import { invitationsContract } from './invitations.contract.ts'
import { meContract } from './me.contract.ts'
import { securityContract } from './security.contract.ts'
import { settingsContract } from './settings.contract.ts'
import { settlementsContract } from './settlements.contract.ts'
import { subscriptionsContract } from './subscriptions.contract.ts'

export * from './administration.contract.ts'
export * from './auth.contract.ts'
export * from './billing.contract.ts'
export * from './catalogue.contract.ts'
export * from './history.contract.ts'
export * from './departure.contract.ts'
export * from './guests.contract.ts'
export * from './households.contract.ts'
export * from './identities.contract.ts'
export * from './insights.contract.ts'
export * from './invitations.contract.ts'
export * from './me.contract.ts'
export * from './problem.schema.ts'
export * from './route.ts'
export * from './security.contract.ts'
export * from './settings.contract.ts'
export * from './settlements.contract.ts'
export * from './split.schema.ts'
export * from './subscription.schema.ts'
export * from './subscriptions.contract.ts'
export * from './value.schema.ts'

/** Every route of the API under `/v1`; the only description of it. */
export const contract = {
  settings: settingsContract,
  auth: authContract,
  me: meContract,
  security: securityContract,
  identities: identitiesContract,
  households: householdsContract,
  invitations: invitationsContract,
  guests: guestsContract,
  catalogue: catalogueContract,
  subscriptions: subscriptionsContract,
  billing: billingContract,
  settlements: settlementsContract,
  history: historyContract,
  insights: insightsContract,
  administration: administrationContract,
  departure: departureContract,
}

export type Contract = typeof contract
