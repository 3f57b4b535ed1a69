import { type Correction, useFormat } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import { useTranslation } from 'react-i18next'

/** Every change of the amount, the oldest first: nothing is edited away. */
export const ChargeChanges = ({ corrections }: { corrections: readonly Correction[] }) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { nameOf } = usePeople()
  return (
    <ul className="space-y-1.5">
      {corrections.map(({ id, kind, before, after, reason, recordedBy }) => (
        <li key={id} className="text-sm text-muted">
          <span className="figures">
            {t(`change.${kind}`, {
              name: nameOf(recordedBy),
              before: format.money(before),
              after: format.money(after),
            })}
          </span>
          {reason ? <span className="block break-words text-faint">{reason}</span> : null}
        </li>
      ))}
    </ul>
  )
}
