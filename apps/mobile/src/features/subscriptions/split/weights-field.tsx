import { usePeople } from '@streamline/client/households'
import { mostShares, type SplitDraft, weightOf } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Avatar } from '../../../design/avatar.tsx'
import { IconButton } from '../../../design/button.tsx'
import { Field } from '../../../design/field.tsx'
import { Minus, Plus } from '../../../design/icons.ts'
import { Text } from '../../../design/text.tsx'

/** How many shares each person takes: two for who streams twice as much. */
export const WeightsField = ({
  draft,
  onChange,
}: {
  draft: SplitDraft
  onChange: (weights: SplitDraft['weights']) => void
}) => {
  const { t } = useTranslation('split')
  const { nameOf } = usePeople()
  const set = (id: string, weight: number): void =>
    onChange({ ...draft.weights, [id]: Math.min(mostShares, Math.max(0, weight)) })
  return (
    <Field label={t('shares')}>
      {draft.members.map((id) => {
        const weight = weightOf(draft, id)
        const name = nameOf(id)
        return (
          <View key={id} className="flex-row items-center gap-3">
            <Avatar id={id} name={name} />
            <Text weight="medium" numberOfLines={1} className="min-w-0 flex-1">
              {name}
            </Text>
            <IconButton
              icon={Minus}
              tone={weight === 0 ? 'faint' : 'brand'}
              label={t('fewer', { name })}
              disabled={weight === 0}
              onPress={() => set(id, weight - 1)}
            />
            <Text
              weight="semibold"
              accessibilityLabel={t('sharesOf', { name, count: weight })}
              accessibilityLiveRegion="polite"
              className="w-7 text-center"
            >
              {weight}
            </Text>
            <IconButton
              icon={Plus}
              tone={weight === mostShares ? 'faint' : 'brand'}
              label={t('more', { name })}
              disabled={weight === mostShares}
              onPress={() => set(id, weight + 1)}
            />
          </View>
        )
      })}
    </Field>
  )
}
