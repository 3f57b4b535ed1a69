import { useFormat, useHousehold, type Charge } from '@streamline/client'
import { daysBetween } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../design/badge.tsx'

/** What waits for a payment, and since when or until when. */
export const BadgeOfCharge = ({
  charge: { outstanding, dueOn },
}: {
  charge: Pick<Charge, 'outstanding' | 'dueOn'>
}) => {
  const { t } = useTranslation('money')
  const format = useFormat()
  const days = daysBetween(useHousehold().today, dueOn)
  const amount = format.money(outstanding)
  if (days < 0)
    return <Badge tone="danger">{t('badge.overdue', { amount, date: format.shortDate(dueOn) })}</Badge>
  if (days === 0) return <Badge tone="warn">{t('badge.today', { amount })}</Badge>
  return <Badge tone="neutral">{t('badge.due', { amount, date: format.shortDate(dueOn) })}</Badge>
}
