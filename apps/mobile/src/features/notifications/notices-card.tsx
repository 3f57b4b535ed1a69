import { useTranslation } from 'react-i18next'
import { Linking } from 'react-native'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { SwitchRow } from '../../design/switch-row.tsx'
import { Text } from '../../design/text.tsx'
import { useNoticesState, useSwitchNotices } from './use-notices.ts'

/** Whether this phone reminds, how it is reached, and what stands in the way. */
export const NoticesCard = () => {
  const { t } = useTranslation('phone')
  const state = useNoticesState().data
  const change = useSwitchNotices()
  if (state === undefined) return null
  const { mayShow, isOn, isReached } = state
  if (mayShow === 'never' || mayShow === 'no')
    return (
      <Card title={t('notices.title')}>
        <Text tone="muted">{t(mayShow === 'never' ? 'notices.never' : 'notices.refused')}</Text>
        {mayShow === 'no' ? (
          <Button variant="soft" onPress={() => void Linking.openSettings()}>
            {t('notices.settings')}
          </Button>
        ) : null}
      </Card>
    )
  const hint = isOn ? (isReached ? 'reached' : 'own') : 'off'
  return (
    <Card title={t('notices.title')}>
      <SwitchRow
        label={t('notices.switch')}
        hint={t(`notices.${hint}`)}
        value={isOn}
        onChange={(on) => change.mutate(on)}
      />
    </Card>
  )
}
