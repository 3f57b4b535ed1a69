import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useFormat, type Format } from '../format/format.ts'
import { WITHOUT_LIMIT, type LineNeed } from './line-need-choices.ts'

const MB = 1024

const asks = ['mbPerDay', 'needsCalls', 'mbps', 'capGb', 'validity', 'providerLock'] as const
type Ask = (typeof asks)[number]

/** Amounts that a need names, in words. */
export const needText = ({ t, format }: { t: TFunction<'savings'>; format: Format }) => {
  const gbPerDay = (mb: number): string =>
    mb >= WITHOUT_LIMIT
      ? t('needs.unlimited')
      : t('needs.gbPerDay', { number: format.number(Math.round((mb / MB) * 10) / 10) })
  const least = (count: number): string => t('needs.leastDays', { count })
  const mbps = (number: number): string => t('needs.mbpsOf', { number: format.number(number) })
  const capGb = (number: number): string => t('needs.capOf', { number: format.number(number) })
  /** One thing that a line is asked for; nothing where it is not. */
  const ask = (line: LineNeed, what: Ask, providerName: (id: string) => string): string => {
    switch (what) {
      case 'mbPerDay':
        return line.mbPerDay === null ? '' : gbPerDay(line.mbPerDay)
      case 'needsCalls':
        return line.needsCalls ? t('needs.calls') : ''
      case 'mbps':
        return line.mbps === null ? '' : mbps(line.mbps)
      case 'capGb':
        return line.capGb === null ? '' : capGb(line.capGb)
      case 'validity':
        return line.validity === null ? '' : t('needs.lasts', { days: least(line.validity.least) })
      case 'providerLock':
        return line.providerLock === null ? '' : t('needs.only', { name: providerName(line.providerLock) })
    }
  }
  return {
    gbPerDay,
    least,
    mbps,
    capGb,
    ask,
    /** All that one line is asked for. */
    line: (line: LineNeed, providerName: (id: string) => string): string => {
      const parts = asks.map((what) => ask(line, what, providerName)).filter((part) => part !== '')
      return parts.length === 0 ? t('needs.anything') : parts.join(' · ')
    },
  }
}

export type NeedText = ReturnType<typeof needText>

export const useNeedText = (): NeedText => {
  const { t } = useTranslation('savings')
  return needText({ t, format: useFormat() })
}
