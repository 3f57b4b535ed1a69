import { useHousehold } from '@streamline/client'
import { mostAtOnce, type Picking } from '@streamline/client/billing'
import { sumByCurrency } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button } from '../../design/button.tsx'
import { ListChecks } from '../../design/icons.ts'
import { Amounts } from '../../design/money.tsx'
import { Text } from '../../design/text.tsx'

/** Above the list: begin choosing several, or take all that is due. */
export const PickStart = ({ picking: { isChoosing, allDue, pickAllDue, toggle } }: { picking: Picking }) => {
  const { t } = useTranslation('billing')
  return (
    <View className="-my-2 flex-row flex-wrap justify-end">
      {allDue !== null && allDue > 1 ? (
        <Button variant="quiet" size="sm" onPress={pickAllDue}>
          {t('several.allDue', { count: allDue })}
        </Button>
      ) : null}
      <Button
        variant="quiet"
        size="sm"
        icon={isChoosing ? undefined : ListChecks}
        aria-expanded={isChoosing}
        onPress={toggle}
      >
        {t(isChoosing ? 'several.stop' : 'several.start')}
      </Button>
    </View>
  )
}

/** How many are chosen and what that is, at the thumb while the list scrolls. */
export const PickBar = ({ picking: { chosen }, onPay }: { picking: Picking; onPay: () => void }) => {
  const { t } = useTranslation('billing')
  const { currency } = useHousehold()
  const count = chosen.length
  return (
    <View className="flex-row flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <View accessible accessibilityLiveRegion="polite">
        <Text size="sm" tone="muted">
          {t('several.chosen', { count })}
        </Text>
        <Amounts
          values={sumByCurrency(chosen.map(({ outstanding }) => outstanding))}
          currency={currency}
          size="lg"
        />
      </View>
      {count > mostAtOnce ? (
        <Text size="sm" weight="medium" tone="warn" className="py-2.5">
          {t('several.most', { count: mostAtOnce })}
        </Text>
      ) : (
        <Button className="grow" onPress={onPay}>
          {t('several.pay', { count })}
        </Button>
      )}
    </View>
  )
}
