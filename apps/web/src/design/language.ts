import { changeLanguage, type Language, useApi } from '@streamline/client'
import { useTranslation } from 'react-i18next'
import { readStored, writeStored } from './stored.ts'

export const languages: readonly Language[] = ['en', 'hi']

const isLanguage = (value: string | null | undefined): value is Language => value === 'en' || value === 'hi'

const YEAR = 31_536_000

/** The API draws the first page in the language that was chosen here; it hears of it by a cookie, which says nothing else. */
const tellService = (language: Language): void => {
  document.cookie = `streamline-language=${language}; Path=/; Max-Age=${YEAR}; SameSite=Lax`
}

/** What was chosen here, else the first of ours that the browser prefers; as `start.js` and the API decide. */
export const firstLanguage = (): Language => {
  const chosen = readStored('language')
  if (isLanguage(chosen)) return chosen
  const preferred = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())
  return preferred.find(isLanguage) ?? 'en'
}

/** The language on screen, and how to change it: here at once, and for the person's other devices. */
export const useLanguage = (): [Language, (language: Language) => Promise<void>] => {
  const { i18n } = useTranslation()
  const { client, session } = useApi()
  const choose = async (language: Language): Promise<void> => {
    writeStored('language', language)
    tellService(language)
    await changeLanguage(i18n, language)
    document.documentElement.lang = language
    // The choice already holds on this device; the account follows when it can.
    if (session.state() === 'signedIn') await client.me.update({ locale: language }).catch(() => null)
  }
  return [isLanguage(i18n.language) ? i18n.language : 'en', choose]
}
