import { administrationContract } from './administration.contract.ts'
import { billingContract } from './billing.contract.ts'
import { budgetsContract } from './budgets.contract.ts'
import { catalogueEditingContract } from './catalogue-editing.contract.ts'
import { catalogueContract } from './catalogue.contract.ts'
import { departureContract } from './departure.contract.ts'
import { entitlementsContract } from './entitlements.contract.ts'
import { guestsContract } from './guests.contract.ts'
import { calendarContract } from './calendar.contract.ts'
import { historyContract } from './history.contract.ts'
import { householdsContract } from './households.contract.ts'
import { accountContract } from './identity/account.contract.ts'
import { meContract } from './identity/me.contract.ts'
import { oidcContract } from './identity/oidc.contract.ts'
import { signInContract } from './identity/sign-in.contract.ts'
import { inboxContract } from './inbox.contract.ts'
import { insightsContract } from './insights.contract.ts'
import { invitationsContract } from './invitations.contract.ts'
import { linesContract } from './lines.contract.ts'
import { notificationsContract } from './notifications.contract.ts'
import { overviewContract } from './overview.contract.ts'
import { savingsStepsContract } from './savings-steps.contract.ts'
import { savingsContract } from './savings.contract.ts'
import { settingsContract } from './settings.contract.ts'
import { settlementsContract } from './settlements.contract.ts'
import { subscriptionActsContract } from './subscription-acts.contract.ts'
import { subscriptionsContract } from './subscriptions.contract.ts'
import { usageContract } from './usage.contract.ts'
import { wantedBothContract } from './wanted-both.contract.ts'
import { householdWebhooksContract, webhooksContract } from './webhooks.contract.ts'

export * from './act-line.schema.ts'
export * from './administration.contract.ts'
export * from './billing.contract.ts'
export * from './budgets.contract.ts'
export * from './charge.schema.ts'
export * from './catalogue-editing.contract.ts'
export * from './catalogue.contract.ts'
export * from './departure.contract.ts'
export * from './entitlements.contract.ts'
export * from './guests.contract.ts'
export * from './calendar.contract.ts'
export * from './history.contract.ts'
export * from './households.contract.ts'
export * from './identity/account.contract.ts'
export * from './identity/me.contract.ts'
export * from './identity/oidc.contract.ts'
export * from './identity/sign-in.contract.ts'
export * from './inbox.contract.ts'
export * from './insights.contract.ts'
export * from './invitations.contract.ts'
export * from './lines.contract.ts'
export * from './notifications.contract.ts'
export * from './overview.contract.ts'
export * from './problem.schema.ts'
export * from './route.ts'
export * from './savings-steps.contract.ts'
export * from './savings.contract.ts'
export * from './settings.contract.ts'
export * from './settlements.contract.ts'
export * from './split.schema.ts'
export * from './subscription-act.schema.ts'
export * from './subscription.schema.ts'
export * from './subscriptions.contract.ts'
export * from './usage.contract.ts'
export * from './value.schema.ts'
export * from './wanted-both.contract.ts'
export * from './webhooks.contract.ts'

/** Every route of the API under `/v1`; the only description of it. */
export const contract = {
  settings: settingsContract,
  identity: { ...signInContract, ...oidcContract, ...accountContract },
  me: meContract,
  households: householdsContract,
  invitations: invitationsContract,
  guests: guestsContract,
  catalogue: catalogueContract,
  catalogueEditing: catalogueEditingContract,
  subscriptions: { ...subscriptionsContract, ...subscriptionActsContract },
  lines: linesContract,
  usage: usageContract,
  billing: billingContract,
  settlements: settlementsContract,
  history: historyContract,
  overview: overviewContract,
  insights: insightsContract,
  budgets: budgetsContract,
  savings: savingsContract,
  savingsSteps: savingsStepsContract,
  wantedBoth: wantedBothContract,
  entitlements: entitlementsContract,
  notifications: notificationsContract,
  inbox: inboxContract,
  calendar: calendarContract,
  webhooks: webhooksContract,
  householdWebhooks: householdWebhooksContract,
  administration: administrationContract,
  departure: departureContract,
}

export type Contract = typeof contract
