import { randomUUID } from 'node:crypto'
import { contract, type RouteMeta } from '@streamline/contract'
import type { Home } from './a-household.ts'

export interface SampledRoute {
  name: string
  method: string
  path: string
  meta: RouteMeta
  /** Names of `{…}` in the path. */
  ids: string[]
}

/** Every route of the contract. */
export const routes: SampledRoute[] = Object.entries(contract).flatMap(([area, group]) =>
  Object.entries(group).map(([name, procedure]) => {
    const { route, meta } = procedure['~orpc']
    const path: string = route.path ?? ''
    return {
      name: `${area}.${name}`,
      method: route.method ?? 'GET',
      path,
      meta: meta as RouteMeta,
      ids: [...path.matchAll(/\{(\w+)\}/g)].map(([, id]) => id ?? ''),
    }
  }),
)

/** The address of a route in a household. */
export function addressOf({ path }: SampledRoute, home: Home): string {
  const { person } = home
  const known = [
    ['/subscriptions/', home.subscriptionId],
    ['/lines/', home.lineId],
    ['/charges/', home.chargeId],
    ['/payments/', home.paymentId],
    ['/usage/', home.usageId],
    ['/merge', home.againId],
    ['/members/', home.guestId],
    ['/invitations/', home.invitationId],
    ['/settlements/', home.settlementId],
    ['/{householdId}/webhooks/', home.webhookId],
    ['/rates/', home.rateId],
    ['/savings/steps/', home.stepId],
    ['/catalogue/drafts/', 'netflix-in-family'],
    ['/plans/', 'netflix-in-premium'],
  ] as const
  const id = known.find(([area]) => path.includes(area))?.[1] ?? randomUUID()
  return path.replace('{householdId}', person.householdId).replace('{id}', id)
}

const price = { amount: 64_900, currency: 'INR' }
const interval = { count: 1, unit: 'month' }
const passkey = {
  challengeId: 'x'.repeat(43),
  response: { id: 'x', rawId: 'x', type: 'public-key', response: { clientDataJSON: 'x', signature: 'x' } },
}
const draft = { startsOn: '2026-11-23', interval, price, taxIncluded: true, renewal: 'automatic' }
const token = 'x'.repeat(43)
const beyond = { bonus: interval, minimumTerm: { length: interval, exitFee: price } }
const words = {
  note: 'n',
  labels: ['tv'],
  noticeDays: 2,
  stopsAt: '15:42',
  allowances: [],
  recordsItself: true,
}

const correction = {
  kind: 'correct',
  ...draft,
  interval,
  price,
  trial: interval,
  intro: { price, periods: 2 },
  ...beyond,
  pastPeriods: 'unpaid',
  reason: 'A slip',
}

const neededBy = ({ person, subscriptionId }: Home) => ({
  services: [{ serviceId: 'netflix:basic', memberIds: [person.memberId], isWanted: true, monthsAYear: 2 }],
  lines: [
    {
      subscriptionId,
      kind: 'mobile',
      memberIds: [person.memberId],
      mbPerDay: 1024,
      needsCalls: true,
      validity: { least: 28, most: 365 },
      providerLock: 'jio',
      mbps: 100,
      capGb: 1000,
      seats: 1,
    },
  ],
  keep: [subscriptionId],
  never: ['jio'],
  withOldPrices: true,
  budget: { amount: 500_000, currency: 'INR' },
})

/** A body that each route accepts, with every field it knows: tests break one field at a time. */
export const bodies: Record<string, (home: Home) => Record<string, unknown>> = {
  'identity.register': () => ({
    email: `${randomUUID()}@example.org`,
    password: 'correct horse battery',
    name: 'Asha',
    phone: `+91${String(Math.random()).slice(2, 12)}`,
    country: 'IN',
    timeZone: 'Asia/Kolkata',
    householdName: 'Home',
    invitation: token,
  }),
  'identity.signIn': ({ person }) => ({ email: person.email, password: 'correct horse battery' }),
  'identity.refresh': ({ person }) => ({ refreshToken: person.refreshToken }),
  'identity.signOut': () => ({ refreshToken: 'unknown' }),
  'identity.verifyEmail': () => ({ token: 'x'.repeat(43) }),
  'identity.forgotPassword': ({ person }) => ({ email: person.email }),
  'identity.resetPassword': () => ({ token: 'x'.repeat(43), password: 'correct horse battery' }),
  'identity.secondFactor': () => ({ ticket: 'x'.repeat(43), code: '123456', recoveryCode: 'x', passkey }),
  'identity.passkeyOptions': () => ({ ticket: 'x'.repeat(43) }),
  'identity.passkeySignIn': () => passkey,
  'identity.confirmTotp': () => ({ code: '123456' }),
  'identity.addPasskey': () => ({ ...passkey, name: 'Phone' }),
  'identity.confirm': () => ({ password: 'correct horse battery' }),
  'identity.changeEmail': () => ({ email: `${randomUUID()}@example.org` }),
  'identity.changePhone': () => ({ phone: '+919876500000' }),
  'identity.verifyPhone': () => ({ code: '123456' }),
  'identity.changePassword': () => ({ password: 'correct horse battery', keepOtherSessions: true }),
  'identity.registerDevice': () => ({ kind: 'fcm', token: randomUUID(), name: 'Phone' }),
  'identity.createApiKey': () => ({ name: 'Script', scopes: ['profile.read'], expiresOn: '2027-01-01' }),
  'administration.blockUser': () => ({ reason: 'Spam' }),
  'administration.setRoles': () => ({ roles: ['support'] }),
  'me.update': () => ({ name: 'Asha', locale: 'hi' }),
  'households.create': () => ({ name: 'Home', country: 'IN', currency: 'INR', timeZone: 'Asia/Kolkata' }),
  'households.update': () => ({ name: 'Home', country: 'IN', currency: 'INR', timeZone: 'Asia/Kolkata' }),
  'households.addMember': () => ({ name: 'Dadi', role: 'guest' }),
  'households.updateMember': () => ({ name: 'Dadi', role: 'member', upiId: 'dadi@okbank' }),
  'households.transferOwnership': ({ person: { memberId } }) => ({ memberId }),
  'invitations.create': ({ guestId }) => ({
    email: 'ravi@example.org',
    role: 'member',
    memberId: guestId,
    maxUses: 1,
    locale: 'hi',
    expiresInDays: 7,
  }),
  'invitations.preview': () => ({ token }),
  'invitations.accept': () => ({ token }),
  'guests.view': () => ({ token, limit: 10, cursor: 'p10' }),
  'departure.removeMember': () => ({ acceptOpenBalance: true }),
  'departure.mergeMember': ({ person }) => ({ into: person.memberId }),
  'departure.leave': () => ({ acceptOpenBalance: true }),
  'subscriptions.preview': () => ({
    ...draft,
    trial: interval,
    intro: { price, periods: 2 },
    ...beyond,
    count: 3,
  }),
  'subscriptions.create': ({ person: { memberId } }) => ({
    ...draft,
    ...words,
    line: '9876543210',
    name: 'Netflix',
    kind: 'ott',
    visibility: 'shared',
    trial: interval,
    intro: { price, periods: 2 },
    ...beyond,
    managedBy: memberId,
    usedBy: [memberId],
    paidBy: memberId,
    split: { kind: 'equal', memberIds: [memberId] },
    pastPeriods: 'unpaid',
  }),
  'subscriptions.update': ({ person: { memberId }, lineId }) => ({
    ...words,
    lineId,
    name: 'Netflix',
    kind: 'ott',
    visibility: 'shared',
    managedBy: memberId,
    usedBy: [memberId],
    paidBy: memberId,
    split: { kind: 'payer' },
    splitFrom: '2026-11-23',
    recordsItselfFrom: '2026-11-23',
    price,
    keptBesideId: 'netflix-in-premium@64900',
  }),
  'subscriptions.recordThemselves': () => ({ answer: 'withOldDues' }),
  'subscriptions.renew': ({ person: { memberId } }) => ({
    renewedOn: '2026-11-23',
    price,
    interval,
    bonus: interval,
    policy: 'stack',
    payment: { paidBy: memberId, amount: price, method: 'upi' },
  }),
  'subscriptions.act': () => ({ act: correction }),
  'subscriptions.outlook': () => ({ act: correction }),
  'subscriptions.cancel': () => ({ when: 'atPeriodEnd' }),
  'notifications.update': () => ({
    rules: [{ kind: 'renewal', email: true, inbox: true, push: true, webhook: true, leadDays: [7, 1] }],
    sendAt: '08:30',
    quiet: { from: '22:00', until: '07:00' },
    timeZone: 'Asia/Kolkata',
    digest: true,
  }),
  'notifications.test': () => ({ way: 'email' }),
  'webhooks.create': () => ({
    name: 'ntfy',
    preset: 'ntfy',
    url: 'https://ntfy.example/home',
    token: 'tk_x',
    target: 'room',
  }),
  'householdWebhooks.create': () => ({
    name: 'ntfy',
    preset: 'ntfy',
    url: 'https://ntfy.example/home',
    token: 'tk_x',
    target: 'room',
  }),
  'notifications.wish': () => ({ muted: false, leadDays: [7, 1] }),
  'budgets.set': () => ({ scope: 'kind', kind: 'ott', amount: 100_000 }),
  'savings.setNeeds': (home) => ({ needs: neededBy(home) }),
  'savings.whatIf': (home) => ({ needs: neededBy(home) }),
  'savingsSteps.accept': ({ subscriptionId }) => ({
    steps: [{ kind: 'cancel', subscriptionId, planId: null, serviceId: null }],
  }),
  'savingsSteps.change': () => ({ isDismissed: true }),
  'wantedBoth.answer': ({ subscriptionId, sharedId = randomUUID() }) => ({
    subscriptionId,
    otherIds: [sharedId],
    isWanted: true,
  }),
  'calendar.make': () => ({ scope: 'own', kinds: ['debit'] }),
  'calendar.change': () => ({ scope: 'own', kinds: ['debit'] }),
  'inbox.markRead': () => ({ ids: [randomUUID()] }),
  'inbox.snooze': () => ({ days: 3 }),
  'lines.update': ({ person: { memberId } }) => ({ number: '98765 00000', name: 'Netflix', memberId }),
  'usage.record': () => ({ kind: 'hours', on: '2026-11-23', covers: 'day', amount: 90 }),
  'usage.correct': () => ({ on: '2026-11-23', covers: 'day', amount: 60, removed: false }),
  'billing.recordPayment': ({ person: { memberId } }) => ({
    amount: { amount: 10_000, currency: 'INR' },
    paidOn: '2026-11-23',
    paidBy: memberId,
    method: 'upi',
    reference: 'r',
    note: 'n',
  }),
  'billing.payCharges': ({ person: { memberId }, chargeId }) => ({
    chargeIds: [chargeId],
    paidOn: '2026-11-23',
    paidBy: memberId,
    method: 'upi',
    reference: 'r',
    note: 'n',
  }),
  'billing.correctCharge': () => ({ amount: price, reason: 'The bill says so' }),
  'billing.waiveCharge': () => ({ reason: 'Forgiven' }),
  'billing.unwaiveCharge': () => ({ reason: 'After all' }),
  'billing.refundCharge': ({ person: { memberId } }) => ({
    amount: { amount: 1000, currency: 'INR' },
    receivedBy: memberId,
    refundedOn: '2026-11-23',
    method: 'upi',
    note: 'n',
  }),
  'billing.payFromCredit': ({ subscriptionId }) => ({
    subscriptionId,
    amount: { amount: 1000, currency: 'INR' },
  }),
  'catalogueEditing.saveDraft': () => ({
    providerId: 'netflix',
    name: 'Netflix Family',
    kind: 'ott',
    mode: null,
    country: 'IN',
    region: 'Delhi',
    price,
    taxIncluded: true,
    interval,
    renewal: 'automatic',
    note: 'n',
  }),
  'catalogueEditing.publishDraft': () => ({ effectiveOn: '2026-11-23' }),
  'catalogueEditing.setPrice': () => ({
    price: { amount: 74_900, currency: 'INR' },
    effectiveOn: '2026-12-23',
  }),
  'catalogueEditing.takeBackPrice': () => ({ versionId: 'netflix-in-premium@64900' }),
  'catalogueEditing.decideCorrection': () => ({
    planId: 'netflix-in-premium',
    price,
    decision: 'accept',
    effectiveOn: '2026-11-23',
  }),
  'catalogueEditing.suggest': () => ({ price, seenOn: '2026-11-23' }),
  'billing.confirmDebits': ({ paymentId }) => ({ paymentIds: [paymentId] }),
  'billing.denyDebit': ({ person: { memberId } }) => ({
    because: 'otherAmount',
    amount: { amount: 1000, currency: 'INR' },
    paidBy: memberId,
    reason: 'The bank says so',
  }),
  'billing.reversePayment': () => ({ reason: 'wrong' }),
  'settlements.record': ({ person: { memberId } }) => ({
    from: memberId,
    to: memberId,
    amount: { amount: 1000, currency: 'INR' },
    settledOn: '2026-11-23',
    method: 'upi',
    reference: 'r',
    note: 'n',
  }),
  'settlements.request': ({ person: { memberId } }) => ({ from: memberId, currency: 'INR' }),
  'settlements.undo': () => ({ reason: 'It never came' }),
  'settlements.setRate': () => ({
    from: 'USD',
    to: 'INR',
    on: '2026-11-23',
    rate: '83.1275',
    source: 'Bank',
  }),
}
