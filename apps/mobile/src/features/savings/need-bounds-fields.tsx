import type { NeedChoices } from '@streamline/client'
import { keeping, lookingAgainAt, without, type Needs } from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Chip } from '../../design/chip.tsx'
import { ChoiceField } from '../../design/choice-field.tsx'
import { Heading } from '../../design/text.tsx'

interface BoundsProps {
  needs: Needs
  choices: NeedChoices
  onChange: (needs: Needs) => void
}

/** What stays whatever it costs. */
export const KeepFields = ({ needs, choices: { subscriptions }, onChange }: BoundsProps) => {
  const { t } = useTranslation('savings')
  return subscriptions.length === 0 ? null : (
    <View className="gap-3">
      <Heading size="base">{t('needs.keep')}</Heading>
      <View className="flex-row flex-wrap gap-2">
        {subscriptions.map(({ id, name }) => {
          const isKept = needs.keep.includes(id)
          return (
            <Chip
              key={id}
              kind="toggle"
              label={`${t('needs.keep')}: ${name}`}
              selected={isKept}
              onPress={() => onChange(keeping(needs, id, !isKept))}
            >
              {name}
            </Chip>
          )
        })}
      </View>
    </View>
  )
}

/** Providers and plans that are not looked at; a plan is ruled out where it is proposed. */
export const NeverFields = ({ needs, choices, onChange }: BoundsProps) => {
  const { t } = useTranslation('savings')
  const names = new Map([...choices.providers, ...choices.never].map(({ id, name }) => [id, name]))
  const others = choices.providers.filter(({ id }) => !needs.never.includes(id))
  return (
    <View className="gap-3">
      <Heading size="base">{t('needs.never')}</Heading>
      {needs.never.length === 0 ? null : (
        <View className="flex-row flex-wrap gap-2">
          {needs.never.map((id) => {
            const name = names.get(id) ?? id
            return (
              <Chip
                key={id}
                kind="toggle"
                label={`${t('needs.never')}: ${name}`}
                selected
                onPress={() => onChange(lookingAgainAt(needs, id))}
              >
                {name}
              </Chip>
            )
          })}
        </View>
      )}
      <ChoiceField
        label={t('needs.addNever')}
        value=""
        options={[
          { value: '', label: t('needs.noOther') },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => (id === '' ? undefined : onChange(without(needs, id)))}
      />
    </View>
  )
}
