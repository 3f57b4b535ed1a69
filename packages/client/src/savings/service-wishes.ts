import type { NeedChoices } from '../answers.ts'
import type { Needs } from './needs-change.ts'

export type ServiceChoice = NeedChoices['services'][number]

/** At which tier one person wants a service; null where they do not. */
export interface Wish {
  readonly memberId: string
  readonly serviceId: string | null
  /** It may rotate: so many months a year are enough; null for all year. */
  readonly monthsAYear: number | null
}

/** For how many months a year a service may be wanted, beside all year. */
const monthChoices: readonly number[] = [1, 2, 3, 4, 6]

/** A service, and those who were asked about it. */
export interface ServiceWishes {
  readonly service: ServiceChoice
  readonly wishes: readonly Wish[]
}

type ServiceNeed = Needs['services'][number]

const rankIn = ({ tiers }: ServiceChoice, serviceId: string): number =>
  tiers.findIndex(({ id }) => id === serviceId)

/** The need of a person on a ladder that says most: what is wanted before what only comes along, then the better tier. */
function mainNeedOf(
  needs: readonly ServiceNeed[],
  service: ServiceChoice,
  memberId: string,
): ServiceNeed | undefined {
  return needs
    .filter((need) => need.memberIds.includes(memberId) && rankIn(service, need.serviceId) >= 0)
    .toSorted(
      (a, b) =>
        Number(b.isWanted) - Number(a.isWanted) ||
        rankIn(service, b.serviceId) - rankIn(service, a.serviceId),
    )[0]
}

const wishOf = (need: ServiceNeed | undefined): Omit<Wish, 'memberId'> =>
  need?.isWanted === true
    ? { serviceId: need.serviceId, monthsAYear: need.monthsAYear }
    : { serviceId: null, monthsAYear: null }

const isSameWish = (a: Omit<Wish, 'memberId'>, b: Omit<Wish, 'memberId'>): boolean =>
  a.serviceId === b.serviceId && (a.serviceId === null || a.monthsAYear === b.monthsAYear)

/** What each person wants of each service that the needs name, as a form shows it: what nobody wants comes last. */
export function wishesOf({ services }: Needs, choices: readonly ServiceChoice[]): ServiceWishes[] {
  const asked = choices.flatMap((service): ServiceWishes[] => {
    const own = services.filter(({ serviceId }) => rankIn(service, serviceId) >= 0)
    const members = [...new Set(own.flatMap(({ memberIds }) => memberIds))]
    return members.length === 0
      ? []
      : [
          {
            service,
            wishes: members.map((memberId) => ({
              memberId,
              ...wishOf(mainNeedOf(services, service, memberId)),
            })),
          },
        ]
  })
  const isWanted = ({ wishes }: ServiceWishes): boolean => wishes.some(({ serviceId }) => serviceId !== null)
  return [...asked.filter(isWanted), ...asked.filter((one) => !isWanted(one))]
}

/**
 * The same needs as they are wished now. Who changed nothing stays with those they use it together with; those who were together and
 * changed to the same stay so. Whoever is new to a service has one of their own, for nobody said that they share it.
 */
export function withWishes(needs: Needs, all: readonly ServiceWishes[]): Needs {
  const changed = all.flatMap(({ service, wishes }) =>
    wishes.flatMap((wish) => {
      const before = mainNeedOf(needs.services, service, wish.memberId)
      return isSameWish(wish, wishOf(before)) ? [] : [{ service, wish, before }]
    }),
  )
  const isChanged = ({ serviceId }: ServiceNeed, memberId: string): boolean =>
    changed.some(({ service, wish }) => wish.memberId === memberId && rankIn(service, serviceId) >= 0)
  const left = needs.services.map((need) => ({
    ...need,
    memberIds: need.memberIds.filter((memberId) => !isChanged(need, memberId)),
  }))
  const groups = Map.groupBy(changed, ({ wish, before }) =>
    [
      before === undefined ? wish.memberId : needs.services.indexOf(before),
      wish.serviceId ?? '',
      wish.monthsAYear,
    ].join(' '),
  )
  const moved = [...groups.values()].flatMap((group): ServiceNeed[] => {
    const [first] = group
    const serviceId = first?.wish.serviceId ?? first?.before?.serviceId
    if (first === undefined || serviceId === undefined) return []
    const memberIds = group.map(({ wish }) => wish.memberId)
    const isWanted = first.wish.serviceId !== null
    return [{ serviceId, memberIds, isWanted, monthsAYear: isWanted ? first.wish.monthsAYear : null }]
  })
  return { ...needs, services: [...left, ...moved].filter(({ memberIds }) => memberIds.length > 0) }
}

/** For how many months a year one may be wanted: those that are offered, and those of today. */
export const monthsFor = ({ monthsAYear }: Wish): number[] =>
  [...new Set([...monthChoices, ...(monthsAYear === null ? [] : [monthsAYear])])].toSorted((a, b) => a - b)

/** The same wishes with one more person, at the tier that others want or the best one. */
export const withPerson = ({ service, wishes }: ServiceWishes, memberId: string): Wish[] => [
  ...wishes,
  {
    memberId,
    serviceId:
      wishes.find(({ serviceId }) => serviceId !== null)?.serviceId ?? service.tiers.at(-1)?.id ?? null,
    monthsAYear: null,
  },
]

/** The same wishes with one more service, by the id of its least tier, for one person to begin with. */
export const withService = (
  all: readonly ServiceWishes[],
  choices: readonly ServiceChoice[],
  serviceId: string,
  memberId: string,
): ServiceWishes[] => [
  ...all,
  ...choices
    .filter(({ tiers }) => tiers[0]?.id === serviceId)
    .map((service) => ({ service, wishes: [{ memberId, serviceId, monthsAYear: null }] })),
]
