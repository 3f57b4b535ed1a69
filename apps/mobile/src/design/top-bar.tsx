import { useRouter } from 'expo-router'
import { ArrowLeft } from './icons.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { IconButton } from './button.tsx'
import { Heading } from './text.tsx'

/** The way back, what this is, and what can be done with it. */
export const TopBar = ({ title, aside, home }: { title: string; aside?: ReactNode; home: string }) => {
  const { t } = useTranslation()
  const router = useRouter()
  return (
    <View className="min-h-14 flex-row items-center gap-1 px-1">
      <IconButton
        icon={ArrowLeft}
        tone="ink"
        label={t('actions.back')}
        onPress={() => (router.canGoBack() ? router.back() : router.replace(home))}
      />
      <Heading className="min-w-0 flex-1" numberOfLines={1}>
        {title}
      </Heading>
      {aside}
    </View>
  )
}
