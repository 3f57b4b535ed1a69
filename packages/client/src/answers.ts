import type {
  budgetsSchema,
  acceptedStepSchema,
  acceptedStepsSchema,
  actOutlookSchema,
  actSchema,
  administeredUserSchema,
  apiKeySchema,
  auditEntrySchema,
  balancesSchema,
  chargeSchema,
  correctionSchema,
  creditSchema,
  calendarFeedSchema,
  deliverySchema,
  calendarMonthViewSchema,
  failedJobSchema,
  forecastSchema,
  deviceSchema,
  historyEntrySchema,
  guestShareSchema,
  guestViewSchema,
  householdSchema,
  inboxItemSchema,
  includedServiceSchema,
  invitationSchema,
  invitationsContract,
  lineDetailSchema,
  lineSchema,
  kindSchema,
  meSchema,
  memberSchema,
  needChoicesSchema,
  needSchema,
  notificationPreferencesSchema,
  subscriptionWishesSchema,
  notificationsContract,
  overviewSchema,
  passkeySchema,
  paymentSchema,
  planCorrectionSchema,
  planDetailSchema,
  planDraftSchema,
  planSchema,
  priceNewsSchema,
  providerSchema,
  savingSchema,
  savingsSchema,
  secondFactorSchema,
  securitySchema,
  rateSchema,
  spendSchema,
  subscriptionInsightsSchema,
  settlementSchema,
  settleRequestSchema,
  sessionSchema,
  wantedBothSchema,
  entitlementSchema,
  splitSchema,
  splitSinceSchema,
  subscriptionDetailSchema,
  subscriptionSchema,
  transferSchema,
  usageReadingSchema,
  usageSummarySchema,
  userSchema,
  webhookSchema,
} from '@streamline/contract'

/** What a schema of the contract gives, without importing the schema library. */
type Shape<Schema extends { _zod: { output: unknown } }> = Schema['_zod']['output']

/* What the API answers, named once for the screens; types only, Zod itself stays out of the apps. */

export type Act = Shape<typeof actSchema>
export type ActOutlook = Shape<typeof actOutlookSchema>
export type AdministeredUser = Shape<typeof administeredUserSchema>
export type ApiKey = Shape<typeof apiKeySchema>
export type AuditEntry = Shape<typeof auditEntrySchema>
export type Balances = Shape<typeof balancesSchema>
export type CalendarMonthView = Shape<typeof calendarMonthViewSchema>
export type Charge = Shape<typeof chargeSchema>
export type Correction = Shape<typeof correctionSchema>
export type Credit = Shape<typeof creditSchema>
export type Device = Shape<typeof deviceSchema>
export type HistoryEntry = Shape<typeof historyEntrySchema>
export type Forecast = Shape<typeof forecastSchema>
export type GuestShare = Shape<typeof guestShareSchema>
export type GuestView = Shape<typeof guestViewSchema>
export type Household = Shape<typeof householdSchema>
export type InboxItem = Shape<typeof inboxItemSchema>
export type IncludedService = Shape<typeof includedServiceSchema>
export type Invitation = Shape<typeof invitationSchema>
export type InvitationPreview = Shape<
  NonNullable<(typeof invitationsContract)['preview']['~orpc']['outputSchema']>
>
export type Kind = Shape<typeof kindSchema>
export type Line = Shape<typeof lineSchema>
export type LineDetail = Shape<typeof lineDetailSchema>
export type AcceptedStep = Shape<typeof acceptedStepSchema>
export type AcceptedSteps = Shape<typeof acceptedStepsSchema>
export type Me = Shape<typeof meSchema>
export type Member = Shape<typeof memberSchema>
export type Need = Shape<typeof needSchema>
export type CalendarFeed = Shape<typeof calendarFeedSchema>
export type Webhook = Shape<typeof webhookSchema>
export type FailedJob = Shape<typeof failedJobSchema>
export type Delivery = Shape<typeof deliverySchema>
export type NextMessages = Shape<NonNullable<(typeof notificationsContract)['next']['~orpc']['outputSchema']>>
export type SettleRequest = Shape<typeof settleRequestSchema>
export type SubscriptionWishes = Shape<typeof subscriptionWishesSchema>
export type NotificationPreferences = Shape<typeof notificationPreferencesSchema>
export type Overview = Shape<typeof overviewSchema>
export type Passkey = Shape<typeof passkeySchema>
export type Payment = Shape<typeof paymentSchema>
export type PlanCorrection = Shape<typeof planCorrectionSchema>
export type PlanDraft = Shape<typeof planDraftSchema>
export type PriceNews = Shape<typeof priceNewsSchema>
export type Plan = Shape<typeof planSchema>
export type PlanDetail = Shape<typeof planDetailSchema>
export type Provider = Shape<typeof providerSchema>
export type Rate = Shape<typeof rateSchema>
export type NeedChoices = Shape<typeof needChoicesSchema>
export type Savings = Shape<typeof savingsSchema>
export type Saving = Shape<typeof savingSchema>
export type Budgets = Shape<typeof budgetsSchema>
export type Spend = Shape<typeof spendSchema>
export type SubscriptionInsights = Shape<typeof subscriptionInsightsSchema>
export type SecondFactor = Shape<typeof secondFactorSchema>['secondFactor']
export type Security = Shape<typeof securitySchema>
export type Session = Shape<typeof sessionSchema>
export type Settlement = Shape<typeof settlementSchema>
export type Split = Shape<typeof splitSchema>
export type SplitSince = Shape<typeof splitSinceSchema>
export type Subscription = Shape<typeof subscriptionSchema>
export type SubscriptionDetail = Shape<typeof subscriptionDetailSchema>
export type TimelineEntry = SubscriptionDetail['timeline'][number]
export type Transfer = Shape<typeof transferSchema>
export type UsageReading = Shape<typeof usageReadingSchema>
export type UsageSummary = Shape<typeof usageSummarySchema>
export type User = Shape<typeof userSchema>
export type Entitlement = Shape<typeof entitlementSchema>
export type WantedBoth = Shape<typeof wantedBothSchema>
