import { useFormat, type NeedChoices } from '@streamline/client'
import { useMembers } from '@streamline/client/households'
import {
  costOfKeeping,
  costOfNever,
  costOfService,
  costsOfLine,
  type NeedCost,
  type Needs,
} from '@streamline/client/savings'
import type { Money } from '@streamline/domain'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNeedText } from './use-need-text.ts'

const Row = ({
  name,
  costs,
  children,
}: {
  name: string
  /** What it costs to need this, each with what it is for where that is not the row itself. */
  costs: readonly { for?: string; cost: Money | null }[]
  children: ReactNode
}) => {
  const { t } = useTranslation('savings')
  const format = useFormat()
  return (
    <li className="py-3 first:pt-0">
      <p className="font-semibold break-words">{name}</p>
      <p className="text-sm break-words text-muted">{children}</p>
      {costs.map(({ for: what, cost }) =>
        cost === null ? null : (
          <p key={what ?? ''} className="text-sm font-medium break-words">
            {what === undefined
              ? t('needs.costs', { money: format.money(cost) })
              : t('needs.costsFor', { what, money: format.money(cost) })}
          </p>
        ),
      )}
    </li>
  )
}

const nameOf = (id: string, names: ReadonlyMap<string, string>): string => names.get(id) ?? ''

/** Each need, and what it costs: how much less the cheapest set would be without it. */
export const NeedsList = ({
  needs,
  costs,
  choices,
}: {
  needs: Needs
  costs: readonly NeedCost[]
  choices: NeedChoices
}) => {
  const { t } = useTranslation('savings')
  const format = useFormat()
  const { data: members = [] } = useMembers()
  const text = useNeedText()
  const people = new Map(members.map(({ id, name }) => [id, name]))
  const tiers = new Map(
    choices.services.flatMap((service) => service.tiers.map(({ id, name }) => [id, name])),
  )
  const subscriptions = new Map(choices.subscriptions.map(({ id, name }) => [id, name]))
  const providers = new Map(choices.providers.map(({ id, name }) => [id, name]))
  const tierOf = (id: string): string => tiers.get(id) ?? id
  const costsOf = (serviceId: string, memberIds: readonly string[]) => [
    { cost: costOfService(costs, serviceId, memberIds) },
    ...(memberIds.length < 2
      ? []
      : memberIds.map((id) => ({ for: nameOf(id, people), cost: costOfService(costs, serviceId, [id]) }))),
  ]
  const unwanted = [
    ...new Set(needs.services.flatMap((need) => (need.isWanted ? [] : tierOf(need.serviceId)))),
  ]
  return (
    <>
      <ul className="divide-y divide-line/80">
        {needs.services
          .filter(({ isWanted }) => isWanted)
          .map(({ serviceId, memberIds, monthsAYear }) => (
            <Row
              key={`${serviceId} ${memberIds.join(' ')}`}
              name={tierOf(serviceId)}
              costs={costsOf(serviceId, memberIds)}
            >
              {[
                format.list(memberIds.flatMap((id) => people.get(id) ?? [])),
                ...(monthsAYear === null ? [] : [t('needs.monthsAYear', { count: monthsAYear })]),
              ].join(' · ')}
            </Row>
          ))}
        {needs.lines.map((line) => (
          <Row
            key={line.subscriptionId}
            name={nameOf(line.subscriptionId, subscriptions)}
            costs={costsOfLine(costs, line.subscriptionId).map(({ ask, cost }) => ({
              for: text.ask(line, ask, (id) => providers.get(id) ?? id),
              cost,
            }))}
          >
            {text.line(line, (id) => providers.get(id) ?? id)}
          </Row>
        ))}
        {needs.keep.map((id) => (
          <Row key={id} name={nameOf(id, subscriptions)} costs={[{ cost: costOfKeeping(costs, id) }]}>
            {t('needs.keep')}
          </Row>
        ))}
        {choices.never.map(({ id, name }) => (
          <Row key={id} name={name} costs={[{ cost: costOfNever(costs, id) }]}>
            {t('needs.never')}
          </Row>
        ))}
        {needs.budget === null ? null : (
          <Row name={t('needs.budget')} costs={[]}>
            {t('needs.budgetOf', { money: format.money(needs.budget) })}
          </Row>
        )}
      </ul>
      {unwanted.length === 0 ? null : (
        <p className="mt-3 text-sm text-muted">{t('needs.unasked', { names: format.list(unwanted) })}</p>
      )}
    </>
  )
}
