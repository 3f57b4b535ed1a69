import type { Money } from '@streamline/domain'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Member, NeedChoices } from '../answers.ts'
import { useFormat, type Format } from '../format/format.ts'
import { useMembers } from '../households/members.queries.ts'
import { costOfKeeping, costOfNever, costOfService, costsOfLine, type NeedCost } from './need-costs.ts'
import { needText } from './need-text.ts'
import type { Needs } from './needs-change.ts'

/** One need in words, with what it costs where something would be cheaper without it. */
export interface NeedRow {
  readonly key: string
  readonly name: string
  readonly detail: string
  readonly costs: readonly string[]
}

interface Told {
  readonly needs: Needs
  readonly costs: readonly NeedCost[]
  readonly choices: NeedChoices
  readonly members: readonly Pick<Member, 'id' | 'name'>[]
}

type Named = readonly { readonly id: string; readonly name: string }[]

const namesOf = (all: Named): ((id: string) => string | undefined) => {
  const names = new Map(all.map(({ id, name }) => [id, name]))
  return (id) => names.get(id)
}

/** Each need of a household, and what comes along without being asked for. */
export const needRows = (
  { needs, costs, choices, members }: Told,
  { t, format }: { t: TFunction<'savings'>; format: Format },
): { rows: NeedRow[]; unasked: string | null } => {
  const text = needText({ t, format })
  const personOf = namesOf(members)
  const tierOf = namesOf(choices.services.flatMap(({ tiers }) => tiers))
  const subscriptionOf = namesOf(choices.subscriptions)
  const providerOf = namesOf(choices.providers)
  const providerName = (id: string): string => providerOf(id) ?? id
  const told = (cost: Money | null, what?: string): string[] => {
    if (cost === null) return []
    const money = format.money(cost)
    return [what === undefined ? t('needs.costs', { money }) : t('needs.costsFor', { what, money })]
  }
  const services = needs.services
    .filter(({ isWanted }) => isWanted)
    .map(({ serviceId, memberIds, monthsAYear }): NeedRow => ({
      key: `service ${serviceId} ${memberIds.join(' ')}`,
      name: tierOf(serviceId) ?? serviceId,
      detail: [
        format.list(memberIds.flatMap((id) => personOf(id) ?? [])),
        ...(monthsAYear === null ? [] : [t('needs.monthsAYear', { count: monthsAYear })]),
      ].join(' · '),
      costs: [
        ...told(costOfService(costs, serviceId, memberIds)),
        ...(memberIds.length < 2
          ? []
          : memberIds.flatMap((id) => told(costOfService(costs, serviceId, [id]), personOf(id) ?? ''))),
      ],
    }))
  const lines = needs.lines.map((line): NeedRow => ({
    key: `line ${line.subscriptionId}`,
    name: subscriptionOf(line.subscriptionId) ?? '',
    detail: text.line(line, providerName),
    costs: costsOfLine(costs, line.subscriptionId).flatMap(({ ask, cost }) =>
      told(cost, text.ask(line, ask, providerName)),
    ),
  }))
  const kept = needs.keep.map((id): NeedRow => ({
    key: `keep ${id}`,
    name: subscriptionOf(id) ?? '',
    detail: t('needs.keep'),
    costs: told(costOfKeeping(costs, id)),
  }))
  const refused = choices.never.map(({ id, name }): NeedRow => ({
    key: `never ${id}`,
    name,
    detail: t('needs.never'),
    costs: told(costOfNever(costs, id)),
  }))
  const budget = needs.budget === null ? [] : [needs.budget]
  const unwanted = [
    ...new Set(
      needs.services.flatMap(({ isWanted, serviceId }) => (isWanted ? [] : (tierOf(serviceId) ?? serviceId))),
    ),
  ]
  return {
    rows: [
      ...services,
      ...lines,
      ...kept,
      ...refused,
      ...budget.map((money): NeedRow => ({
        key: 'budget',
        name: t('needs.budget'),
        detail: t('needs.budgetOf', { money: format.money(money) }),
        costs: [],
      })),
    ],
    unasked: unwanted.length === 0 ? null : t('needs.unasked', { names: format.list(unwanted) }),
  }
}

export const useNeedRows = (told: Omit<Told, 'members'>) => {
  const { t } = useTranslation('savings')
  const format = useFormat()
  const { data: members = [] } = useMembers()
  return needRows({ ...told, members }, { t, format })
}
