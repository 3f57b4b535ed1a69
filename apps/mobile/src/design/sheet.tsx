import { ArrowLeft, X } from './icons.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyboardAvoidingView, Modal, Pressable, ScrollView, View } from 'react-native'
import { useSafeAreaInsets } from 'react-native-safe-area-context'
import { IconButton } from './button.tsx'
import { classes } from './classes.ts'
import { Heading, Text } from './text.tsx'

/** What is decided on top of a screen; a press beside it or the back gesture leaves it. */
export const Sheet = ({
  title,
  lead,
  open,
  onClose,
  onBack,
  dock,
  scrolls = true,
  children,
}: {
  title: string
  lead?: string | undefined
  open: boolean
  onClose: () => void
  /** One step back within the sheet: the back gesture takes it first. */
  onBack?: (() => void) | undefined
  dock?: ReactNode
  /** Where what is on it scrolls by itself. */
  scrolls?: boolean
  children: ReactNode
}) => {
  const { t } = useTranslation()
  const { bottom } = useSafeAreaInsets()
  return (
    <Modal
      visible={open}
      accessibilityLabel={title}
      transparent
      animationType="slide"
      onRequestClose={onBack ?? onClose}
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
          <View className={classes('flex-row items-start gap-2 pt-2 pr-2', onBack ? 'pl-1' : 'pl-5')}>
            {onBack ? (
              <IconButton icon={ArrowLeft} tone="ink" label={t('actions.back')} onPress={onBack} />
            ) : null}
            <View className="min-w-0 flex-1 py-2.5">
              <Heading>{title}</Heading>
              {lead === undefined ? null : (
                <Text size="sm" tone="muted">
                  {lead}
                </Text>
              )}
            </View>
            <IconButton icon={X} label={t('actions.close')} onPress={onClose} />
          </View>
          {scrolls ? (
            <ScrollView
              keyboardShouldPersistTaps="handled"
              contentContainerClassName="gap-4 px-5 pt-1 pb-5"
              className="shrink"
            >
              {children}
            </ScrollView>
          ) : (
            <View className="shrink gap-4 px-5 pt-1">{children}</View>
          )}
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
