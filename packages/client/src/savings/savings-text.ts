import { addDays } from '@streamline/domain'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useFormat, type Format } from '../format/format.ts'
import type { CheapestSet, SavingsResult } from './needs-change.ts'

interface Words {
  readonly t: TFunction<'savings'>
  readonly format: Format
}

const namesIn = (all: readonly { name: string }[], format: Format): string =>
  format.list(all.map(({ name }) => name))

/** What was worked out, in words: the same on every screen that says it. */
export const savingsText = ({ t, format }: Words) => ({
  headline: ({
    saving,
    isBetter,
  }: Pick<CheapestSet, 'saving' | 'isBetter'>): { text: string; way: 'less' | 'same' | 'more' } => {
    if (saving.amount < 0)
      return {
        text: t('set.more', { money: format.money({ ...saving, amount: -saving.amount }) }),
        way: 'more',
      }
    return isBetter
      ? { text: t('set.better', { money: format.money(saving) }), way: 'less' }
      : { text: t('set.same'), way: 'same' }
  },

  /** That no other choice costs less, and how close the next one comes; null where there was nothing to choose. */
  proof: ({ proof, secondBest }: Pick<CheapestSet, 'proof' | 'secondBest'>): string | null => {
    if (proof.choices === 0) return null
    return [
      proof.status === 'optimal'
        ? t('set.proven', { count: proof.choices })
        : t('set.unproven', { money: format.money(proof.bound) }),
      ...(secondBest === null || secondBest.more.amount === 0
        ? []
        : [t('set.second', { money: format.money(secondBest.more) })]),
    ].join(' ')
  },

  /** Whether the cheapest set keeps to the budget, and by how much. */
  budget: ({ monthly, over }: NonNullable<CheapestSet['budget']>): { text: string; isOver: boolean } => {
    const isOver = over.amount > 0
    return {
      isOver,
      text: t(isOver ? 'budget.over' : over.amount === 0 ? 'budget.just' : 'budget.under', {
        budget: format.money(monthly),
        money: format.money({ ...over, amount: Math.abs(over.amount) }),
      }),
    }
  },

  lost: ({ service, from }: CheapestSet['lost'][number]): string =>
    t('set.lostLine', { service: service.name, date: format.date(from) }),

  /** Null where nothing is missing on any day. */
  unmet: ({ unmet }: Pick<CheapestSet, 'unmet'>): string | null =>
    unmet.length === 0
      ? null
      : t('set.unmet', { services: format.list([...new Set(unmet.map(({ service }) => service.name))]) }),

  /** Null where every price was confirmed lately. */
  oldPrices: ({ oldPrices }: Pick<CheapestSet, 'oldPrices'>): string | null =>
    oldPrices.length === 0 ? null : t('set.old', { names: namesIn(oldPrices, format) }),

  chosen: ({ what, plan, on, isSeat, until }: CheapestSet['best']['chosen'][number]): string => {
    if (on !== null && until !== null) return t('chosen.held', { period: format.period(on, until) })
    const text = t(`chosen.${what}`, { plan: plan?.name ?? '', date: on === null ? '' : format.date(on) })
    return isSeat ? `${text}, ${t('chosen.seat')}` : text
  },

  benefit: ({ kind, services, until }: SavingsResult['benefits'][number]): string =>
    t(`benefits.${kind}`, {
      services: namesIn(services, format),
      date: until === null ? '' : format.date(addDays(until, -1)),
    }),

  /** Why it is paid twice, on how many days, and what to do first. */
  overlap: ({
    kind,
    coveredBy,
    claimFirst,
    days,
  }: SavingsResult['overlaps'][number]): { because: string; days: string; first: string | null } => {
    return {
      because: t(`overlaps.${kind}`, { names: namesIn(coveredBy, format) }),
      days: t('overlaps.days', { count: days }),
      first:
        claimFirst.length === 0 ? null : t('overlaps.claimFirst', { names: namesIn(claimFirst, format) }),
    }
  },
})

export const useSavingsText = () => {
  const { t } = useTranslation('savings')
  return savingsText({ t, format: useFormat() })
}
