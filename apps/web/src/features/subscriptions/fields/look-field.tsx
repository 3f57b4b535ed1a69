import type { SubscriptionDetail } from '@streamline/client'
import { lookChoices, lookColorName } from '@streamline/client/subscriptions'
import { lookOf } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { BrandTile } from '../../../design/brand-tile.tsx'
import { classes } from '../../../design/classes.ts'
import { RadioSet } from '../../../design/radio-set.tsx'
import { useBrandMark } from '../../../design/use-brand-mark.ts'

const asBrand = 'brand'

/** How its tile looks: as the brand, with an emoji, or, where the brand has no mark of its own, on another colour. */
export const LookField = ({
  subscription: { name, kind, providerId, brandColor },
  value,
  error,
  onChange,
}: {
  subscription: Pick<SubscriptionDetail, 'name' | 'kind' | 'providerId' | 'brandColor'>
  value: string | null
  error: string | undefined
  onChange: (look: string | null) => void
}) => {
  const { t } = useTranslation('subscriptions')
  const brand = providerId ?? name
  const hasMark = useBrandMark(brand) !== undefined
  const looks = lookChoices(kind, value, hasMark)
  const nameOf = (look: string): string => {
    const color = lookColorName(look)
    return color === null ? look : t(`edit.lookColors.${color}`)
  }
  return (
    <div>
      <RadioSet
        label={t('edit.look')}
        legend="mb-1.5 text-sm font-semibold"
        value={value ?? asBrand}
        options={[asBrand, ...looks].map((each) => ({ value: each }))}
        onChange={(chosen) => onChange(chosen === asBrand ? null : chosen)}
        frame="flex flex-wrap gap-2"
        input="sr-only"
        option={(isChosen) =>
          classes(
            'relative rounded-tile has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand',
            isChosen && 'ring-3 ring-brand ring-offset-2 ring-offset-surface',
          )
        }
      >
        {({ value: each }) => (
          <>
            <BrandTile name={brand} color={brandColor} look={each === asBrand ? null : lookOf(each)} />
            <span className="sr-only">{each === asBrand ? t('edit.lookOfBrand') : nameOf(each)}</span>
          </>
        )}
      </RadioSet>
      {error ? (
        <p role="alert" className="mt-1.5 text-sm font-medium text-danger">
          {error}
        </p>
      ) : null}
    </div>
  )
}
