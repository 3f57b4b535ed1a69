import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

/** What is wrong with a new password, as far as it can be said here; true when nothing is. */
export const passwordRule = (password: string, t: TFunction<'identity'>): string | true => {
  const length = [...password.normalize('NFC')].length
  if (length < 8) return t('missing.passwordShort')
  return length <= 128 || t('missing.passwordLong')
}

export const usePasswordRule = (): ((password: string) => string | true) => {
  const { t } = useTranslation('identity')
  return (password) => passwordRule(password, t)
}
