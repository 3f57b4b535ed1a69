import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button } from './button.tsx'
import { Sheet } from './sheet.tsx'
import { Text } from './text.tsx'

/** Asked before something that is not taken back by one press. */
export const QuestionSheet = ({
  title,
  text,
  label,
  isDangerous = false,
  busy = false,
  onConfirm,
  onClose,
  children,
}: {
  title: string
  text: string
  /** Of the button that does it. */
  label: string
  isDangerous?: boolean
  busy?: boolean
  onConfirm: () => void
  onClose: () => void
  /** What was refused. */
  children?: ReactNode
}) => {
  const { t } = useTranslation()
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      dock={
        <View className="gap-2">
          <Button size="lg" variant={isDangerous ? 'danger' : 'primary'} busy={busy} onPress={onConfirm}>
            {label}
          </Button>
          <Button variant="quiet" onPress={onClose}>
            {t('actions.cancel')}
          </Button>
        </View>
      }
    >
      <Text>{text}</Text>
      {children}
    </Sheet>
  )
}
