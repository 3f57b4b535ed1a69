import { X } from './icons.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyboardAvoidingView, Modal, Pressable, ScrollView, View } from 'react-native'
import { useSafeAreaInsets } from 'react-native-safe-area-context'
import { IconButton } from './button.tsx'
import { Heading } from './text.tsx'

/** What is decided on top of a screen; a press beside it or the back gesture leaves it. */
export const Sheet = ({
  title,
  open,
  onClose,
  dock,
  children,
}: {
  title: string
  open: boolean
  onClose: () => void
  dock?: ReactNode
  children: ReactNode
}) => {
  const { t } = useTranslation()
  const { bottom } = useSafeAreaInsets()
  return (
    <Modal
      visible={open}
      transparent
      animationType="slide"
      onRequestClose={onClose}
      statusBarTranslucent
      navigationBarTranslucent
    >
      <KeyboardAvoidingView behavior="padding" className="flex-1 justify-end">
        <Pressable
          accessibilityRole="button"
          accessibilityLabel={t('actions.close')}
          onPress={onClose}
          className="absolute inset-0 bg-scrim"
        />
        <View
          accessibilityViewIsModal
          className="max-h-[88%] w-full max-w-2xl self-center rounded-t-card bg-surface shadow-float"
        >
          <View className="flex-row items-center gap-2 pt-2 pr-2 pl-5">
            <Heading className="min-w-0 flex-1">{title}</Heading>
            <IconButton icon={X} label={t('actions.close')} onPress={onClose} />
          </View>
          <ScrollView
            keyboardShouldPersistTaps="handled"
            contentContainerClassName="gap-4 px-5 pt-1 pb-5"
            className="shrink"
          >
            {children}
          </ScrollView>
          <View
            className={dock ? 'border-t border-line px-5 pt-3' : ''}
            style={{ paddingBottom: bottom + (dock ? 12 : 0) }}
          >
            {dock}
          </View>
        </View>
      </KeyboardAvoidingView>
    </Modal>
  )
}
