import { useHousehold } from '@streamline/client'
import { useProviders } from '@streamline/client/catalogue'
import { Plus, Radio } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { BrandTile } from '../../design/brand-tile.tsx'
import { ButtonLink } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'

/** Home before the first subscription: the one next step, or a short cut to it. */
export const OverviewEmpty = () => {
  const { t } = useTranslation('overview')
  const { country } = useHousehold()
  const popular = (useProviders({ country, limit: 60 }).data ?? []).filter((provider) => provider.popular)
  return (
    <Card>
      <Empty
        icon={Radio}
        title={t('empty.title')}
        action={
          <ButtonLink to="/add" size="lg" icon={Plus}>
            {t('empty.action')}
          </ButtonLink>
        }
      >
        {t('empty.text')}
      </Empty>
      {popular.length > 0 ? (
        <div className="border-t border-line pt-5 pb-2 text-center">
          <p className="mb-3 text-sm font-semibold text-faint">{t('empty.popular')}</p>
          <div className="flex flex-wrap justify-center gap-2">
            {popular.slice(0, 9).map(({ id, name, brandColor }) => (
              <ButtonLink
                key={id}
                to="/add"
                search={{ provider: id }}
                variant="secondary"
                size="sm"
                className="pl-2"
              >
                <BrandTile name={id} color={brandColor} size="sm" />
                {name}
              </ButtonLink>
            ))}
          </div>
        </div>
      ) : null}
    </Card>
  )
}
