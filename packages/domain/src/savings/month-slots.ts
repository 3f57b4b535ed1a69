import type { ServiceNeed } from './needs.ts'

/** The slot of the months in which a service that rotates is held; one of them has to be chosen. */
export const slotOfMonths = ({ tier, memberIds }: ServiceNeed): string =>
  `months ${tier.ladderId} ${tier.rank} ${memberIds.join(' ')}`

/** The slot of the plan that is begun for a slot of months; it may stay empty, where something else gives the service. */
export const holdSlotOf = (slot: string): string => slot.replace(/^months /, 'hold ')

/** What a run of such months uses of one cell of days, and whatever gives the service gives. */
export const dayOfMonths = (slot: string, cell: number): string => `${slot} day ${cell}`

/** True of such days of the slot. */
export const isDayOf = (slot: string, of: string): boolean => of.startsWith(`${slot} day `)
