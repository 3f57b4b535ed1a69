import { type SubscriptionDetail, useFormat } from '@streamline/client'
import { useSplitText } from '@streamline/client/subscriptions'
import { addDays } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../../design/badge.tsx'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Money } from '../../../design/money.tsx'

type Extra = SubscriptionDetail['extras'][number]

const SHOWN = 12

const ExtraRow = ({ extra, onOpen }: { extra: Extra; onOpen: (chargeId: string) => void }) => {
  const { t } = useTranslation(['acts', 'words'])
  const format = useFormat()
  const splitText = useSplitText()
  const { purpose, title, startsOn, usableUntil, dueOn, amount, split, state, chargeId } = extra
  const name = title ?? t(`extra.${purpose}`)
  const notes = [
    title === null ? null : t(`extra.${purpose}`),
    usableUntil === null
      ? t('outlook.due', { date: format.shortDate(dueOn) })
      : format.period(startsOn, addDays(usableUntil, 1)),
    split === null ? null : splitText(split, amount.currency),
  ].filter((note) => note !== null)
  return (
    <li className="flex items-center justify-between gap-3 py-2.5">
      <span className="min-w-0">
        <span className="block truncate font-medium">{name}</span>
        <span className="figures block text-sm text-muted">{notes.join(' · ')}</span>
      </span>
      <span className="flex shrink-0 items-center gap-3">
        {state === null ? null : (
          <Badge tone={state === 'paid' ? 'positive' : state === 'overdue' ? 'danger' : 'neutral'}>
            {t(`words:charge.${state}`)}
          </Badge>
        )}
        {chargeId === null ? (
          <Money value={amount} size="sm" />
        ) : (
          <Button
            size="sm"
            variant="quiet"
            aria-label={t('extras.open', { name })}
            onClick={() => onOpen(chargeId)}
          >
            <Money value={amount} size="sm" />
          </Button>
        )}
      </span>
    </li>
  )
}

/** What was charged beside the periods; each opens as a charge, where it is paid, corrected or refunded. */
export const ExtrasCard = ({
  extras,
  onOpen,
}: {
  extras: readonly Extra[]
  onOpen: (chargeId: string) => void
}) => {
  const { t } = useTranslation('acts')
  if (extras.length === 0) return null
  return (
    <Card title={t('extras.title')}>
      <ul className="-my-2.5 divide-y divide-line">
        {extras.slice(0, SHOWN).map((extra) => (
          <ExtraRow key={extra.id} extra={extra} onOpen={onOpen} />
        ))}
      </ul>
    </Card>
  )
}
