import { addDays, addMonths, type CalendarDate, type UsageDraft } from '@streamline/domain'
import { monthlySince } from './demo-day.ts'
import type { DemoSubscription } from './demo-subscription.ts'

const everybody = ['asha', 'ravi', 'meera', 'aaji'] as const
const parents = ['asha', 'ravi'] as const

const hours = (on: CalendarDate, amount: number): UsageDraft => ({ kind: 'hours', covers: 'day', on, amount })

/** What the family watches and hears. */
export const streamsOn = (today: CalendarDate): readonly DemoSubscription[] => [
  {
    planId: 'netflix-in-premium',
    startsOn: monthlySince(today, 14),
    usedBy: everybody,
    paidBy: 'asha',
    sharedBy: parents,
    paidByOther: { every: 3, person: 'ravi' },
    method: 'Card',
    usage: [2, 5, 9, 12, 16, 23].map((ago, at) => hours(addDays(today, -ago), 95 + 20 * at)),
    // Due today: the one thing that Home asks for first thing in the morning.
    unpaidFrom: today,
  },
  {
    // The home line includes the same tier: this is what the family could save.
    planId: 'jiohotstar-in-super-monthly',
    startsOn: monthlySince(addDays(today, 8), 10),
    usedBy: everybody,
    paidBy: 'ravi',
    sharedBy: parents,
    method: 'UPI',
    bookedFrom: addMonths(today, -1),
  },
  {
    planId: 'amazon-prime-in-yearly',
    startsOn: addMonths(addDays(today, 9), -12),
    usedBy: everybody,
    paidBy: 'asha',
    sharedBy: parents,
    noticeDays: 7,
    note: 'Renews by itself. Do we still order that much?',
    method: 'Card',
  },
  {
    planId: 'youtube-in-family',
    startsOn: monthlySince(addDays(today, 12), 13),
    usedBy: everybody,
    paidBy: 'ravi',
    sharedBy: parents,
    paidByOther: { every: 4, person: 'asha' },
    method: 'UPI',
  },
  {
    planId: 'spotify-in-platinum',
    startsOn: monthlySince(addDays(today, 19), 7),
    usedBy: ['ravi', 'meera'],
    paidBy: 'ravi',
    method: 'UPI',
    bookedFrom: addMonths(today, -1),
    labels: ['Music'],
  },
  {
    planId: 'crunchyroll-in-mega-fan',
    startsOn: monthlySince(addDays(today, -3), 6),
    usedBy: ['meera'],
    managedBy: 'asha',
    paidBy: 'asha',
    labels: ['Meera'],
    // Three days late.
    unpaidFrom: addDays(today, -3),
  },
  {
    planId: 'sonyliv-in-premium-yearly',
    startsOn: addDays(today, -156),
    usedBy: parents,
    paidBy: 'ravi',
    sharedBy: parents,
    note: 'For the cricket.',
    method: 'UPI',
  },
  {
    planId: 'zee5-in-premium-4k-yearly',
    startsOn: addDays(today, -301),
    usedBy: ['aaji'],
    managedBy: 'asha',
    paidBy: 'asha',
    labels: ['Aaji'],
    note: 'Her serials.',
    // Nobody has watched it since: Home asks whether it is still wanted.
    usage: [hours(addDays(today, -74), 60)],
    method: 'Card',
  },
  {
    planId: 'lionsgate-play-in-monthly',
    startsOn: monthlySince(addDays(today, 16), 5),
    usedBy: parents,
    paidBy: 'ravi',
    isCancelled: true,
  },
  {
    planId: 'apple-tv-in-monthly',
    startsOn: addDays(today, -5),
    trialDays: 7,
    usedBy: ['asha'],
    paidBy: 'asha',
    note: 'Only if we like it.',
  },
  {
    planId: 'audible-in-monthly',
    name: 'Audible, birthday gift',
    startsOn: monthlySince(addDays(today, 6), 3),
    usedBy: ['asha'],
    paidBy: 'asha',
    isPrivate: true,
    note: 'Ravi does not know.',
  },
]
