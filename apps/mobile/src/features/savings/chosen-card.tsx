import {
  chosenPlan,
  keeping,
  useSavingsText,
  without,
  type CheapestSet,
  type Needs,
} from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button } from '../../design/button.tsx'
import { Card, Hairline } from '../../design/card.tsx'
import { Chip } from '../../design/chip.tsx'
import { Money } from '../../design/money.tsx'
import { Text } from '../../design/text.tsx'

/** What becomes of each plan; what must stay can be said here. */
export const ChosenCard = ({
  set: { best },
  needs,
  busy,
  onNeeds,
}: {
  set: CheapestSet
  needs: Needs
  busy: boolean
  onNeeds: (needs: Needs) => void
}) => {
  const { t } = useTranslation('savings')
  const say = useSavingsText()
  return (
    <Card title={t('chosen.title')} flush>
      {best.chosen.map((chosen, at) => {
        const { key, name, isKept, keepable, refusable } = chosenPlan(chosen, needs)
        return (
          <View key={key}>
            {at > 0 ? <Hairline /> : null}
            <View className="gap-2 px-5 py-3.5">
              <View className="flex-row items-baseline justify-between gap-3">
                <Text weight="semibold" className="min-w-0 flex-1">
                  {name}
                </Text>
                <Money value={chosen.cost} />
              </View>
              <Text size="sm" tone="muted">
                {isKept ? t('chosen.kept') : say.chosen(chosen)}
              </Text>
              {keepable === null && refusable === null ? null : (
                <View className={keepable === null ? '-ml-4 flex-row' : 'flex-row flex-wrap gap-2'}>
                  {keepable === null ? null : (
                    <Chip
                      kind="toggle"
                      selected={isKept}
                      disabled={busy}
                      label={`${t('chosen.keep')}: ${name}`}
                      onPress={() => onNeeds(keeping(needs, keepable, !isKept))}
                    >
                      {t('chosen.keep')}
                    </Chip>
                  )}
                  {refusable === null ? null : (
                    <Button
                      variant="quiet"
                      size="sm"
                      disabled={busy}
                      label={`${t('chosen.never')}: ${refusable.name}`}
                      onPress={() => onNeeds(without(needs, refusable.id))}
                    >
                      {t('chosen.never')}
                    </Button>
                  )}
                </View>
              )}
            </View>
          </View>
        )
      })}
    </Card>
  )
}
