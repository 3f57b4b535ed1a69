import { addDays, addMonths, dayOfMonth, type CalendarDate } from '@streamline/domain'
import { packsUntil } from './demo-day.ts'
import type { DemoSubscription } from './demo-subscription.ts'

const everybody = ['asha', 'ravi', 'meera', 'aaji'] as const

/** Numbers that no operator in India gives out. */
const numbers = { asha: '5550000146', ravi: '5550000210', meera: '5550000377', aaji: '5550000482' }

/** The four mobile lines and the one that runs into the house. */
export const linesOn = (today: CalendarDate): readonly DemoSubscription[] => [
  {
    planId: 'jio-in-pre-349-28d',
    name: 'Ravi’s Jio',
    // Stops the day after tomorrow; recharged early or on the day, once forgotten for four days.
    ...packsUntil(addDays(today, 2), 28, [1, 0, 2, 0, -4, 1, 0, 0, 3, 0, 1, 0, 0, 2]),
    usedBy: ['ravi'],
    managedBy: 'ravi',
    paidBy: 'ravi',
    line: numbers.ravi,
    usage: [{ kind: 'data', covers: 'day', on: today, amount: 1_740 }],
    method: 'UPI',
  },
  {
    planId: 'jio-in-pre-249-28d',
    name: 'Aaji’s Jio',
    // Stopped yesterday, as it did before.
    ...packsUntil(addDays(today, -1), 28, [0, -6, 0, 0, -2, 0, 1, -9, 0, 0, -1, 0, 0]),
    usedBy: ['aaji'],
    managedBy: 'asha',
    paidBy: 'asha',
    line: numbers.aaji,
    labels: ['Aaji'],
    method: 'UPI',
  },
  {
    planId: 'airtel-in-pre-979-84d',
    name: 'Meera’s Airtel',
    ...packsUntil(addDays(today, 43), 84, [0, 2, -3, 1]),
    usedBy: ['meera'],
    managedBy: 'ravi',
    paidBy: 'ravi',
    line: numbers.meera,
    labels: ['Meera'],
    method: 'UPI',
  },
  {
    planId: 'jio-in-post-449',
    name: 'Asha’s Jio postpaid',
    startsOn: addMonths(today, -14),
    billDay: dayOfMonth(addDays(today, -6)),
    dueDays: 11,
    usedBy: ['asha'],
    paidBy: 'asha',
    line: numbers.asha,
    // 19 GB of 75 in six days: at this rate it will not do.
    usage: [{ kind: 'data', covers: 'soFar', on: addDays(today, -1), amount: 19_456 }],
    method: 'Card',
    unpaidFrom: today,
  },
  {
    planId: 'airtel-in-fiber-999',
    name: 'Home fibre',
    startsOn: addMonths(today, -14),
    billDay: dayOfMonth(addDays(today, -2)),
    dueDays: 13,
    usedBy: everybody,
    paidBy: 'asha',
    sharedBy: ['asha', 'ravi'],
    paidByOther: { every: 2, person: 'ravi' },
    line: '020-55501234',
    note: 'Includes Prime, JioHotstar Super and Xstream Play.',
    method: 'Net banking',
    unpaidFrom: today,
  },
]
