import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Saving } from '../answers.ts'

/** Why the best saving is one. */
export const savingText = (
  { saving, name, because }: Pick<Saving, 'saving' | 'name' | 'because'>,
  t: TFunction<'overview'>,
): string => {
  const { serviceName, coveredByName, planName } = because
  if (saving === 'longerTerm') return t('saving.longerTerm', { plan: planName ?? name, name })
  return serviceName === null
    ? t('saving.overlapPlain', { name, covering: coveredByName ?? '' })
    : t('saving.overlap', { service: serviceName, covering: coveredByName ?? '', name })
}

export const useSavingText = (): ((saving: Saving) => string) => {
  const { t } = useTranslation('overview')
  return (saving) => savingText(saving, t)
}
