import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Share, View } from 'react-native'
import { Button } from './button.tsx'
import { Share2 } from './icons.ts'
import { Heading, Text } from './text.tsx'

/** A secret that is never shown again: it stays until the person says that it is kept; the share sheet copies or sends it. */
export const ShownOnce = ({
  title,
  lead,
  text,
  done,
  onDone,
  more,
}: {
  title: string
  lead: string
  text: string
  done: string
  onDone: () => void
  more?: ReactNode
}) => {
  const { t } = useTranslation('phone')
  const share = (): void =>
    // Closing the share sheet is an answer as well.
    void Share.share({ message: text }).catch(() => null)
  return (
    <View className="gap-3 rounded-control border border-brand/60 bg-brand-soft p-4">
      <Heading size="base">{title}</Heading>
      <Text size="sm" tone="muted">
        {lead}
      </Text>
      <Text selectable size="sm" className="rounded-control bg-surface p-4">
        {text}
      </Text>
      <Button variant="secondary" icon={Share2} onPress={share}>
        {t('keep')}
      </Button>
      {more}
      <Button onPress={onDone}>{done}</Button>
    </View>
  )
}
