import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../format/format.ts'
import type { english } from './en/index.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: typeof english
  }
}

const addTexts = (instance: i18n, language: Language, texts: object): void => {
  for (const [namespace, bundle] of Object.entries(texts))
    instance.addResourceBundle(language, namespace, bundle)
}

const loadFirst = async (instance: i18n, language: Language): Promise<void> => {
  if (instance.hasResourceBundle(language, 'app')) return
  const { first } = await (language === 'hi' ? import('./hi/first.ts') : import('./en/first.ts'))
  addTexts(instance, language, first)
}

const loadAccount = async (instance: i18n, language: string): Promise<void> => {
  if (instance.hasResourceBundle(language, 'account')) return
  const { accounts } = await (language === 'hi' ? import('./hi/accounts.ts') : import('./en/accounts.ts'))
  addTexts(instance, language === 'hi' ? 'hi' : 'en', accounts)
}

const loadLater = async (instance: i18n, language: string): Promise<void> => {
  if (instance.hasResourceBundle(language, 'subscriptions')) return
  const { later } = await (language === 'hi' ? import('./hi/later.ts') : import('./en/later.ts'))
  addTexts(instance, language === 'hi' ? 'hi' : 'en', later)
}

const loadDevice = async (instance: i18n, language: string): Promise<void> => {
  if (instance.hasResourceBundle(language, 'device')) return
  const { device } = await (language === 'hi' ? import('./hi/device.ts') : import('./en/device.ts'))
  addTexts(instance, language === 'hi' ? 'hi' : 'en', { device })
}

const loadPhone = async (instance: i18n, language: string): Promise<void> => {
  if (instance.hasResourceBundle(language, 'phone')) return
  const { phone } = await (language === 'hi' ? import('./hi/phone.ts') : import('./en/phone.ts'))
  addTexts(instance, language === 'hi' ? 'hi' : 'en', { phone })
}

const loadLanding = async (instance: i18n, language: Language): Promise<void> => {
  if (instance.hasResourceBundle(language, 'landing')) return
  const { landing } = await (language === 'hi' ? import('./hi/landing.ts') : import('./en/landing.ts'))
  addTexts(instance, language, { landing })
}

/** Fetches what the first page of strangers says, in the language on screen. */
export const loadLandingTexts = (instance: i18n): Promise<void> =>
  loadLanding(instance, instance.language === 'hi' ? 'hi' : 'en')

/** Fetches what is said of this device: what it keeps, and which build it runs. */
export const loadDeviceTexts = (instance: i18n): Promise<void> => loadDevice(instance, instance.language)

/** Fetches what only the app on a phone says. */
export const loadPhoneTexts = (instance: i18n): Promise<void> => loadPhone(instance, instance.language)

/** Fetches what the screens of accounts say, in the language on screen. */
export const loadAccountTexts = (instance: i18n): Promise<void> => loadAccount(instance, instance.language)

/** Switches the language; what it says is fetched the first time it is asked for. */
export const changeLanguage = async (instance: i18n, language: Language): Promise<void> => {
  await loadFirst(instance, language)
  if (instance.hasResourceBundle(instance.language, 'landing')) await loadLanding(instance, language)
  if (instance.hasResourceBundle(instance.language, 'account')) await loadAccount(instance, language)
  if (instance.hasResourceBundle(instance.language, 'subscriptions')) await loadLater(instance, language)
  if (instance.hasResourceBundle(instance.language, 'device')) await loadDevice(instance, language)
  if (instance.hasResourceBundle(instance.language, 'phone')) await loadPhone(instance, language)
  await instance.changeLanguage(language)
}

/** Fetches what the screens behind the first ones say, in the language on screen. */
export const loadLaterTexts = (instance: i18n): Promise<void> => loadLater(instance, instance.language)

/** The texts of the app in one language: of the first screens at once, the rest on demand. No language falls back to another: each has every text. */
export const createI18n = async (language: Language): Promise<i18n> => {
  const instance = createInstance()
  await instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: {},
    defaultNS: 'app',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  await loadFirst(instance, language)
  return instance
}
