import { currencyExponent } from '@streamline/domain'
import type { TFunction } from 'i18next'
import type { Plan } from '../answers.ts'
import type { Format } from '../format/format.ts'

/** What a card says of a plan: what one gets for the price, and below it what else tells it apart. */
export interface PlanText {
  readonly title: string
  readonly facts: readonly string[]
}

interface Tools {
  t: TFunction<['add']>
  format: Format
}

const mbPerGb = 1024

const numberIn = ({ attributes }: Plan, key: string): number | null => {
  const value = attributes[key]
  return typeof value === 'number' ? value : null
}

type Named = Pick<Plan, 'name' | 'providerName'>

/** Without the provider, whose plans these are. */
const restOfName = ({ name, providerName }: Named): string =>
  name.startsWith(`${providerName} `) ? name.slice(providerName.length + 1) : name

/** The same, where what is left is still a name. */
const shortName = (plan: Named): string => {
  const rest = restOfName(plan)
  return /^[\p{Lu}\p{N}]/u.test(rest) ? rest : plan.name
}

/** How long it runs stands beside it. */
const withoutLength = (name: string): string =>
  name.replace(/ \((?:monthly|quarterly|half-yearly|yearly|annual)\)$/i, '')

/** What a network calls its plan, without the price, the validity and how it is paid, which the card says anyway. */
const ownWords = (plan: Plan): string => {
  const { amount, currency } = plan.price
  const price = String(amount / 10 ** currencyExponent(currency))
  return restOfName(plan)
    .replaceAll(/\(\s*\d+\s*[dmy]\s*\)/gi, ' ')
    .replaceAll(/[₹$€£]\s?[\d,.]+/g, ' ')
    .replaceAll(/\b[\d.,]+ ?[MG]bps\b/gi, ' ')
    .replaceAll(/\(\s+/g, '(')
    .split(/\s+/)
    .filter((word) => word !== '' && word !== price && !/^(?:prepaid|postpaid|plan)$/i.test(word))
    .join(' ')
}

/** Only data, beside a pack that keeps the number alive. */
export const isDataOnly = ({ kind, attributes }: Plan): boolean =>
  kind === 'mobile' && (attributes.serviceValidity === false || attributes.voice === 'none')

const dataText = (plan: Plan, { t, format }: Tools): string | null => {
  const gb = (mb: number): string => format.number(Math.round((mb / mbPerGb) * 10) / 10)
  const [perDay, perMonth, total] = [
    numberIn(plan, 'dataPerDayMb'),
    numberIn(plan, 'dataPerMonthMb'),
    numberIn(plan, 'dataTotalMb'),
  ]
  if (plan.attributes.dataUnlimited === true) return t('plan.unlimited')
  if (perDay !== null) return t('plan.gbPerDay', { gb: gb(perDay) })
  if (perMonth !== null) return t('plan.gbPerMonth', { gb: gb(perMonth) })
  return total === null || total === 0 ? null : t('plan.gb', { gb: gb(total) })
}

/** What most people look for first: data of a number, speed of a line, the tier of all else. */
const titleOf = (plan: Plan, tools: Tools): string | null => {
  const { t, format } = tools
  if (plan.kind === 'mobile')
    return dataText(plan, tools) ?? (plan.attributes.voice === 'unlimited' ? t('plan.calls') : null)
  const speed = plan.kind === 'broadband' ? numberIn(plan, 'downMbps') : null
  return speed === null ? null : t('plan.mbps', { speed: format.number(speed) })
}

const mostServices = 4

const servicesText = (services: readonly string[], { t, format }: Tools): string | null => {
  if (services.length <= mostServices) return services.length === 0 ? null : format.list(services)
  const shown = services.slice(0, mostServices - 1)
  return t('plan.more', { names: shown.join(', '), count: services.length - shown.length })
}

const restOf = (plan: Plan, { t, format }: Tools): (string | null)[] => {
  const { attributes, includes } = plan
  const [cap, screens, storage, connections, channels] = [
    numberIn(plan, 'dataCapGb'),
    numberIn(plan, 'screens'),
    numberIn(plan, 'storageGb'),
    numberIn(plan, 'connections'),
    numberIn(plan, 'tvChannels'),
  ]
  const services = [...new Set(includes.map(({ providerName }) => providerName))]
  return [
    cap === null ? null : t('plan.gbPerMonth', { gb: format.number(cap) }),
    typeof attributes.maxResolution === 'string' ? attributes.maxResolution : null,
    screens === null ? null : t('plan.screens', { count: screens }),
    storage === null ? null : t('plan.gb', { gb: format.number(storage) }),
    connections === null || connections < 2 ? null : t('plan.connections', { count: connections }),
    channels === null ? null : t('plan.channels', { count: channels }),
    servicesText(services, { t, format }),
  ]
}

const textOf = (plan: Plan, tools: Tools, full: boolean): PlanText => {
  const own = titleOf(plan, tools)
  const title = own ?? withoutLength(shortName(plan))
  const called = own === null ? null : full ? shortName(plan) : ownWords(plan)
  const region = plan.region !== null && !plan.name.includes(plan.region) ? plan.region : null
  const facts = [called, ...restOf(plan, tools), region].filter(
    (fact) => fact !== null && fact !== '' && !title.includes(fact),
  )
  return { title, facts: [...new Set(facts)] as string[] }
}

const lookOf = (plan: Plan, { title, facts }: PlanText): string =>
  JSON.stringify([title, facts, plan.debit, plan.interval])

/** What the cards of one list say; where two would look the same, what each is called in full tells them apart. */
export const planTexts =
  (tools: Tools) =>
  (plans: readonly Plan[]): ReadonlyMap<string, PlanText> => {
    const short = new Map(plans.map((plan) => [plan.id, textOf(plan, tools, false)] as const))
    const looks = plans.map((plan) => lookOf(plan, short.get(plan.id) ?? { title: '', facts: [] }))
    return new Map(
      plans.map((plan, at) => {
        const isAlone = looks.filter((look) => look === looks[at]).length === 1
        const text = isAlone ? short.get(plan.id) : textOf(plan, tools, true)
        return [plan.id, text ?? textOf(plan, tools, true)]
      }),
    )
  }
