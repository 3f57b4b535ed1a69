import { currentToasts, dismissToast, subscribeToToasts } from '@streamline/client/toasts'
import { X } from './icons.ts'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Pressable, View } from 'react-native'
import { useSafeAreaInsets } from 'react-native-safe-area-context'
import { classes } from './classes.ts'
import { IconButton } from './button.tsx'
import { Text } from './text.tsx'

/** What was done is said above the bar of rooms, with the way back from it. */
export const ToastRegion = () => {
  const { t } = useTranslation()
  const { bottom } = useSafeAreaInsets()
  const toasts = useSyncExternalStore(subscribeToToasts, currentToasts, currentToasts)
  return (
    <View
      accessibilityLiveRegion="polite"
      pointerEvents="box-none"
      className="absolute inset-x-0 items-center gap-2 px-4"
      style={{ bottom: bottom + 84 }}
    >
      {toasts.map(({ id, text, tone, action }) => (
        <View
          key={id}
          className={classes(
            'w-full max-w-xl flex-row items-center gap-1 rounded-control pl-4 shadow-float',
            tone === 'danger' ? 'bg-danger' : 'bg-ink',
          )}
        >
          <Text size="sm" weight="medium" className="min-w-0 flex-1 py-3.5 text-surface">
            {text}
          </Text>
          {action === undefined ? null : (
            <Pressable
              accessibilityRole="button"
              onPress={() => {
                dismissToast(id)
                action.run()
              }}
              className="min-h-12 justify-center px-3"
            >
              <Text size="sm" weight="bold" className="text-surface underline">
                {action.label}
              </Text>
            </Pressable>
          )}
          <IconButton icon={X} tone="faint" label={t('actions.dismiss')} onPress={() => dismissToast(id)} />
        </View>
      ))}
    </View>
  )
}
