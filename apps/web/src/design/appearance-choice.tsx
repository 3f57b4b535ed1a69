import { Monitor, Moon, Sun } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Segmented } from './segmented.tsx'
import { languages, useLanguage } from './language.ts'
import { useTheme } from './theme.ts'

const themes = [
  { value: 'system', icon: Monitor },
  { value: 'light', icon: Sun },
  { value: 'dark', icon: Moon },
] as const

/** Light, dark or as the device; `compact` shows the pictures only. */
export const ThemeChoice = ({ compact = false }: { compact?: boolean }) => {
  const { t } = useTranslation()
  const [theme, setTheme] = useTheme()
  return (
    <Segmented
      label={t('theme.label')}
      value={theme}
      onChange={setTheme}
      options={themes.map(({ value, icon: Icon }) => ({
        value,
        label: (
          <>
            <Icon size={17} className={compact ? undefined : 'max-[23rem]:hidden'} aria-hidden />
            <span className={compact ? 'sr-only' : undefined}>{t(`theme.${value}`)}</span>
          </>
        ),
      }))}
    />
  )
}

export const LanguageChoice = () => {
  const { t } = useTranslation()
  const [language, choose] = useLanguage()
  return (
    <Segmented
      label={t('language')}
      value={language}
      onChange={(next) => void choose(next)}
      options={languages.map((value) => ({
        value,
        label: <span lang={value}>{t(`languages.${value}`)}</span>,
      }))}
    />
  )
}
