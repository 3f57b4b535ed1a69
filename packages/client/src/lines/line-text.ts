import { useTranslation } from 'react-i18next'
import type { Line, LineDetail } from '../answers.ts'
import { usePeople } from '../households/people.ts'

type Stretch = LineDetail['history'][number]

/** How a number is called: by its name, else as far as it is shown. */
export const lineTitle = ({ name, number }: Pick<Line, 'name' | 'number'>): string => name ?? number

/** Whose it is and its number, as far as the title does not say it. */
export const useLineFacts = (): ((line: Pick<Line, 'name' | 'number' | 'memberId'>) => string) => {
  const { t } = useTranslation('lines')
  const { nameOf, isYou } = usePeople()
  return ({ name, number, memberId }) =>
    [
      name === null ? null : number,
      memberId === null
        ? t('nobodys')
        : isYou(memberId)
          ? t('yours')
          : t('whose', { name: nameOf(memberId) }),
    ]
      .filter((part) => part !== null)
      .join(' · ')
}

/** What a stretch of the timeline is: a booster by its own name, anything else by how it is paid. */
export const useStretchText = (): ((stretch: Pick<Stretch, 'as' | 'pack'>) => string) => {
  const { t } = useTranslation('lines')
  return ({ as, pack }) =>
    pack === null ? t(`as.${as}`) : pack.title === null ? t('pack') : t('packNamed', { title: pack.title })
}
