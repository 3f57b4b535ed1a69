import { useOverview } from '@streamline/client/overview'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button } from '../../design/button.tsx'
import { Sheet } from '../../design/sheet.tsx'
import { readStored, writeStored } from '../../design/stored.ts'
import { Text } from '../../design/text.tsx'
import { useNoticesState, useSwitchNotices } from './use-notices.ts'

/** Why the phone would say something, before Android asks whether it may: once, when there is something to be reminded of. */
export const AskSheet = () => {
  const { t } = useTranslation('phone')
  const mayShow = useNoticesState().data?.mayShow
  const count = useOverview().data?.running.count ?? 0
  const change = useSwitchNotices()
  const [isAnswered, setAnswered] = useState(readStored('notices') !== null)
  const answer = (yes: boolean): void => {
    setAnswered(true)
    if (yes) change.mutate(true)
    else writeStored('notices', 'off')
  }
  return (
    <Sheet
      title={t('ask.title')}
      open={mayShow === 'unasked' && count > 0 && !isAnswered}
      onClose={() => answer(false)}
      dock={
        <View className="flex-row justify-end gap-2">
          <Button variant="quiet" onPress={() => answer(false)}>
            {t('ask.no')}
          </Button>
          <Button onPress={() => answer(true)}>{t('ask.yes')}</Button>
        </View>
      }
    >
      <Text>{t('ask.text')}</Text>
    </Sheet>
  )
}
