import { useTranslation } from 'react-i18next'

/** What is wrong with a new password, as far as it can be said here; true when nothing is. */
export const usePasswordRule = (): ((password: string) => string | true) => {
  const { t } = useTranslation('identity')
  return (password) => {
    const length = [...password.normalize('NFC')].length
    if (length < 8) return t('missing.passwordShort')
    return length <= 128 || t('missing.passwordLong')
  }
}
