import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Pressable, View } from 'react-native'
import { SafeAreaInsetsContext, useSafeAreaInsets } from 'react-native-safe-area-context'
import { classes } from '../../design/classes.ts'
import { Icon } from '../../design/icon.tsx'
import { CloudUpload, TriangleAlert } from '../../design/icons.ts'
import { Text } from '../../design/text.tsx'
import { useKept, useShownActs, type Kept } from './kept-context.ts'
import { useSending } from './use-sending.ts'
import { WaitingSheet } from './waiting-sheet.tsx'

/** A line above all screens, as long as something was entered that has not arrived. */
const Line = ({ kept, children }: { kept: Kept; children: ReactNode }) => {
  const { t } = useTranslation('device')
  const insets = useSafeAreaInsets()
  const acts = useShownActs()
  const [isOpen, open] = useState(false)
  const undecided = acts.filter(({ state }) => state !== 'waiting').length
  const isBad = undecided > 0
  const tone = isBad ? 'danger' : 'ink'
  useSending(kept, acts.length - undecided)
  const isShown = acts.length > 0
  return (
    <View className="flex-1">
      {isShown ? (
        <Pressable
          accessibilityRole="button"
          accessibilityHint={t('kept.show')}
          onPress={() => open(true)}
          className={classes(
            'flex-row items-center gap-2 px-4 pb-1 active:opacity-80',
            isBad ? 'bg-danger-soft' : 'bg-brand-soft',
          )}
          style={{ paddingTop: insets.top, minHeight: 44 + insets.top }}
        >
          <Icon of={isBad ? TriangleAlert : CloudUpload} size={16} tone={tone} />
          <Text size="sm" weight="medium" tone={tone} className="min-w-0 flex-1">
            {isBad ? t('kept.refused', { count: undecided }) : t('kept.waiting', { count: acts.length })}
          </Text>
          <Text size="sm" weight="semibold" tone={tone} className="underline">
            {t('kept.show')}
          </Text>
        </Pressable>
      ) : null}
      <SafeAreaInsetsContext value={isShown ? { ...insets, top: 0 } : insets}>
        {children}
      </SafeAreaInsetsContext>
      <WaitingSheet open={isOpen && isShown} acts={acts} onClose={() => open(false)} />
    </View>
  )
}

export const KeptBar = ({ children }: { children: ReactNode }) => {
  const kept = useKept()
  return kept === null ? children : <Line kept={kept}>{children}</Line>
}
