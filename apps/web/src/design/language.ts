import { changeLanguage, type Language, useApi } from '@streamline/client'
import { useTranslation } from 'react-i18next'
import { readStored, writeStored } from './stored.ts'

export const languages: readonly Language[] = ['en', 'hi']

const isLanguage = (value: string | null | undefined): value is Language => value === 'en' || value === 'hi'

/** What was chosen here, else what the browser prefers. */
export const firstLanguage = (): Language => {
  const chosen = readStored('language')
  if (isLanguage(chosen)) return chosen
  return navigator.language.startsWith('hi') ? 'hi' : 'en'
}

/** The language on screen, and how to change it: here at once, and for the person's other devices. */
export const useLanguage = (): [Language, (language: Language) => Promise<void>] => {
  const { i18n } = useTranslation()
  const { client, session } = useApi()
  const choose = async (language: Language): Promise<void> => {
    writeStored('language', language)
    await changeLanguage(i18n, language)
    document.documentElement.lang = language
    // The choice already holds on this device; the account follows when it can.
    if (session.state() === 'signedIn') await client.me.update({ locale: language }).catch(() => null)
  }
  return [isLanguage(i18n.language) ? i18n.language : 'en', choose]
}
