import type { SubscriptionDetail } from '@streamline/client'
import { lookChoices, lookColorName } from '@streamline/client/subscriptions'
import { lookOf } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { Pressable, View } from 'react-native'
import { BrandTile } from '../../../design/brand-tile.tsx'
import { classes } from '../../../design/classes.ts'
import { Field } from '../../../design/field.tsx'

/** How its tile looks: as the brand, with an emoji, or on another colour. */
export const LookField = ({
  subscription: { name, kind, providerName, brandColor },
  value,
  error,
  onChange,
}: {
  subscription: Pick<SubscriptionDetail, 'name' | 'kind' | 'providerName' | 'brandColor'>
  value: string | null
  error: string | undefined
  onChange: (look: string | null) => void
}) => {
  const { t } = useTranslation('subscriptions')
  const textOf = (look: string | null): string => {
    if (look === null) return t('edit.lookOfBrand')
    const color = lookColorName(look)
    return color === null ? look : t(`edit.lookColors.${color}`)
  }
  return (
    <Field label={t('edit.look')} error={error}>
      <View
        accessibilityRole="radiogroup"
        accessibilityLabel={t('edit.look')}
        className="flex-row flex-wrap gap-1"
      >
        {/* The phone draws no marks of brands, so a colour is always seen. */}
        {[null, ...lookChoices(kind, value, false)].map((look) => (
          <Pressable
            key={look ?? ''}
            accessibilityRole="radio"
            accessibilityLabel={textOf(look)}
            aria-checked={look === value}
            onPress={() => onChange(look)}
            className={classes(
              'rounded-control border-2 p-1',
              look === value ? 'border-brand bg-brand-soft' : 'border-transparent active:bg-sunken',
            )}
          >
            <BrandTile name={providerName ?? name} color={brandColor} look={lookOf(look)} />
          </Pressable>
        ))}
      </View>
    </Field>
  )
}
