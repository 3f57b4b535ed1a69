import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Icon } from '../../design/icon.tsx'
import { CloudUpload } from '../../design/icons.ts'
import { Text } from '../../design/text.tsx'

/** In the place of a button that was pressed while nobody answered. */
export const Waits = () => {
  const { t } = useTranslation()
  return (
    <View className="min-h-11 flex-row items-center justify-center gap-1.5">
      <Icon of={CloudUpload} size={16} tone="muted" />
      <Text size="sm" weight="medium" tone="muted">
        {t('waits')}
      </Text>
    </View>
  )
}
