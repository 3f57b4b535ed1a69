import { useRouter } from 'expo-router'
import { useTranslation } from 'react-i18next'
import { Pressable } from 'react-native'
import { Icon } from '../../design/icon.tsx'
import { Plus } from '../../design/icons.ts'

/** At the thumb, above the bar of rooms. */
export const AddButton = () => {
  const { t } = useTranslation()
  const router = useRouter()
  return (
    <Pressable
      accessibilityRole="button"
      accessibilityLabel={t('nav.addLong')}
      onPress={() => router.push('/add')}
      className="absolute right-4 bottom-4 size-14 items-center justify-center rounded-[20px] bg-brand shadow-float active:bg-brand-hover"
    >
      <Icon of={Plus} size={26} tone="onBrand" />
    </Pressable>
  )
}
