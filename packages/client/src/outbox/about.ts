import type { Money } from '@streamline/domain'
import type { KeptAct } from './kept-act.ts'

type About = KeptAct['about']

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isMoney = (value: unknown): value is Money =>
  isObject(value) && typeof value['amount'] === 'number' && typeof value['currency'] === 'string'

const textAt = (one: Record<string, unknown>, ...keys: string[]): string | null => {
  const found = keys.map((key) => one[key]).find((value) => typeof value === 'string')
  return typeof found === 'string' ? found : null
}

/** A thing of that id among answers that are at hand, by its name and what it costs; its own answer or a line that points to it. */
const foundIn = (value: unknown, id: string): About | null => {
  if (!isObject(value)) return null
  if ([value['id'], value['chargeId'], value['subscriptionId']].includes(id)) {
    const name = textAt(value, 'subscriptionName', 'name')
    const money = [value['outstanding'], value['amount'], value['debit'], value['price']].find(isMoney)
    if (name !== null) return { name, money: money ?? null }
  }
  for (const part of Object.values(value)) {
    const found = foundIn(part, id)
    if (found !== null) return found
  }
  return null
}

/** What an act is about, from what the person typed and the answers that are on screen: the service cannot be asked. */
export const aboutOf = (input: object, answers: readonly unknown[]): About => {
  const said = input as Record<string, unknown>
  const price = [said['amount'], said['price']].find(isMoney) ?? null
  const named = textAt(said, 'name')
  if (named !== null) return { name: named, money: price }
  const id = textAt(said, 'id', 'planId')
  const found = id === null ? null : foundIn(answers, id)
  return { name: found?.name ?? null, money: price ?? found?.money ?? null }
}
