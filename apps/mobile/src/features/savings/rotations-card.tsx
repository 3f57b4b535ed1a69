import { useRotations, type CheapestSet } from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Card, Hairline } from '../../design/card.tsx'
import { Text } from '../../design/text.tsx'

/** Which service to hold when, in order, where some months a year are enough. */
export const RotationsCard = ({ rotations }: Pick<CheapestSet, 'rotations'>) => {
  const { t } = useTranslation('savings')
  const rows = useRotations()(rotations)
  return rows.length === 0 ? null : (
    <Card title={t('rotations.title')}>
      {rows.map(({ key, name, period, how, saving }, at) => (
        <View key={key}>
          {at > 0 ? <Hairline /> : null}
          <View accessible className="py-3">
            <Text weight="semibold">{name}</Text>
            <Text size="sm" weight="medium">
              {period}
            </Text>
            <Text size="sm" tone="muted">
              {how}
            </Text>
            {saving === null ? null : (
              <Text size="sm" weight="medium" tone="positive">
                {saving}
              </Text>
            )}
          </View>
        </View>
      ))}
    </Card>
  )
}
