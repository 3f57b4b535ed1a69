import type { BillingInterval } from '@streamline/domain'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Act, SubscriptionDetail } from '../answers.ts'
import { useFormat, type Format } from '../format/format.ts'
import type { ActStory, Corrected } from './act-story.ts'

interface Words {
  readonly t: TFunction<'acts'>
  readonly format: Format
  readonly renewal: SubscriptionDetail['renewal']
}

/** An act of a subscription in plain words. */
export const actText = ({ t, format, renewal }: Words) => {
  const length = ({ count, unit }: BillingInterval): string => t(`length.${unit}`, { count })
  const price = ({ price: money }: Act): string => (money === null ? '' : format.money(money))
  const day = (act: Act): string => format.shortDate(act.on ?? act.saidOn)

  const corrected = (act: Act, { field, before }: Corrected): string => {
    switch (field) {
      case 'startsOn':
        return t('said.startCorrected', {
          after: format.asOf(act.on ?? act.saidOn, 'day'),
          before: format.asOf(before.on ?? before.saidOn, 'day'),
        })
      case 'price':
        return t('said.priceCorrected', { after: price(act), before: price(before) })
      case 'interval':
        return t('said.lengthCorrected', {
          after: act.interval === null ? '' : length(act.interval),
          before: before.interval === null ? '' : length(before.interval),
        })
    }
  }

  const extraName = ({ purpose, title }: NonNullable<Act['extra']>): string => title ?? t(`extra.${purpose}`)

  const plain = (act: Act): string => {
    const date = day(act)
    switch (act.kind) {
      case 'recharged':
        return t(renewal === 'manual' ? 'said.recharged' : 'said.startedAgain', { date })
      case 'priceChanged':
        return act.on === null
          ? t('said.priceChanged', { price: price(act) })
          : t('said.priceChangedOn', { price: price(act), date })
      case 'dayRateChanged':
        return t('said.dayRateChanged', { price: price(act), date })
      case 'paused':
        return act.untilOn === null
          ? t('said.paused', { date })
          : t('said.pausedUntil', { date, until: format.shortDate(act.untilOn) })
      case 'charged':
        return t('said.charged', { date, what: act.extra === null ? '' : extraName(act.extra) })
      case 'claimed':
        return t(act.claim?.state === 'dismissed' ? 'said.dismissed' : 'said.claimed', {
          what: act.claim === null ? '' : act.claim.serviceName,
        })
      case 'cancelled':
        return [
          t(act.mode === 'now' ? 'said.cancelledNow' : 'said.cancelled'),
          ...(act.price === null ? [] : [t('said.exitFee', { amount: price(act) })]),
        ].join(' · ')
      case 'started':
      case 'takenOver':
      case 'planChanged':
      case 'resumed':
      case 'reactivated':
      case 'ended':
      case 'corrected':
      case 'withdrawn':
        return t(`said.${act.kind}`, { date })
      case 'undone':
        return t('takenBack')
    }
  }

  /** "Recharged on 3 Nov", "Start corrected: 20 Nov 2026 instead of 20 Nov 2016". */
  const sentence = ({ act, about, isRedo, corrected: differences }: ActStory): string => {
    if (about !== null) return t(isRedo ? 'said.redone' : 'said.undone', { what: plain(about) })
    if (differences.length === 0) return plain(act)
    return differences.map((difference) => corrected(act, difference)).join(' · ')
  }

  /** "84 days", "₹859": what was said along with it, as far as the sentence does not hold it. */
  const details = ({ act }: ActStory): string[] => {
    if (
      act.kind === 'corrected' ||
      act.kind === 'priceChanged' ||
      act.kind === 'dayRateChanged' ||
      act.kind === 'cancelled'
    )
      return []
    return [
      act.planName,
      act.interval === null ? null : length(act.interval),
      act.price === null ? null : format.money(act.price),
      act.renewal === null ? null : t(`said.${act.renewal}`),
      act.billDay === null ? null : t('said.billDay', { day: act.billDay }),
    ].filter((part) => part !== null)
  }

  return { sentence, details }
}

export const useActText = (renewal: SubscriptionDetail['renewal']): ReturnType<typeof actText> => {
  const { t } = useTranslation('acts')
  return actText({ t, format: useFormat(), renewal })
}
