import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../format/format.ts'
import { english } from './en/index.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: typeof english
  }
}

const loadHindi = async (instance: i18n): Promise<void> => {
  if (instance.hasResourceBundle('hi', 'app')) return
  const { hindi } = await import('./hi/index.ts')
  for (const [namespace, texts] of Object.entries(hindi)) instance.addResourceBundle('hi', namespace, texts)
}

/** Switches the language; Hindi is fetched the first time it is asked for. */
export const changeLanguage = async (instance: i18n, language: Language): Promise<void> => {
  if (language === 'hi') await loadHindi(instance)
  await instance.changeLanguage(language)
}

/** The texts of the app, English at hand and Hindi on demand. */
export const createI18n = async (language: Language): Promise<i18n> => {
  const instance = createInstance()
  await instance.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: english },
    ns: Object.keys(english),
    defaultNS: 'app',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  if (language !== 'en') await changeLanguage(instance, language)
  return instance
}
