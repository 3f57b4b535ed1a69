import { useRotations, type CheapestSet } from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'

/** Which service to hold when, in order, where some months a year are enough. */
export const RotationsCard = ({ rotations }: Pick<CheapestSet, 'rotations'>) => {
  const { t } = useTranslation('savings')
  const rows = useRotations()(rotations)
  return rows.length === 0 ? null : (
    <Card title={t('rotations.title')}>
      <ol className="divide-y divide-line/80">
        {rows.map(({ key, name, period, how, saving }) => (
          <li key={key} className="py-3 first:pt-0 last:pb-0">
            <p className="font-semibold break-words">{name}</p>
            <p className="text-sm font-medium">{period}</p>
            <p className="text-sm break-words text-muted">{how}</p>
            {saving === null ? null : <p className="text-sm font-medium text-positive">{saving}</p>}
          </li>
        ))}
      </ol>
    </Card>
  )
}
