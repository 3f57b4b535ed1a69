import { changeLanguage, type Language } from '@streamline/client'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Uniwind } from 'uniwind'
import { readStored, writeStored } from '../../design/stored.ts'

export const languages = ['en', 'hi'] as const
export const themes = ['system', 'light', 'dark'] as const

type Theme = (typeof themes)[number]

export const useLanguage = (): [Language, (language: Language) => void] => {
  const { i18n } = useTranslation()
  return [
    i18n.language === 'hi' ? 'hi' : 'en',
    (language) => {
      writeStored('language', language)
      void changeLanguage(i18n, language)
    },
  ]
}

const storedTheme = (): Theme => themes.find((theme) => theme === readStored('theme')) ?? 'system'

/** Shows the app as it was chosen on this device. */
export const applyTheme = (): void => Uniwind.setTheme(storedTheme())

export const useTheme = (): [Theme, (theme: Theme) => void] => {
  const [theme, setTheme] = useState(storedTheme)
  return [
    theme,
    (next) => {
      writeStored('theme', next === 'system' ? null : next)
      setTheme(next)
      applyTheme()
    },
  ]
}
