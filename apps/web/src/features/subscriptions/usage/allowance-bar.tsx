import { useFormat } from '@streamline/client'
import { useAllowanceText, type AllowanceAnswer } from '@streamline/client/usage'
import { useTranslation } from 'react-i18next'
import { classes } from '../../../design/classes.ts'
import { ProgressBar } from '../../../design/progress-bar.tsx'

const tones = { brand: 'text-muted', warn: 'text-warn', danger: 'text-danger' }

/** What was used of one allowance, what is left, and how it will end. */
export const AllowanceBar = ({ allowance }: { allowance: AllowanceAnswer }) => {
  const { t } = useTranslation('usage')
  const format = useFormat()
  const { used, left, ahead, tone } = useAllowanceText()(allowance)
  const { kind, per, amount, source, knownUntil } = allowance
  const label = t('allowance.title', { kind: t(`kind.${kind}`), per: t(`per.${per}`) })
  const known =
    knownUntil === null
      ? t('allowance.nothing')
      : knownUntil === format.today
        ? null
        : t('allowance.known', { date: format.shortDate(knownUntil) })
  return (
    <div className="space-y-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="font-semibold">{label}</h3>
        <p className="figures font-semibold">{used}</p>
      </div>
      {amount === null ? null : (
        <ProgressBar value={allowance.used / amount} label={label} text={used} tone={tone} />
      )}
      <p className="flex flex-wrap justify-between gap-x-3 text-sm text-muted">
        <span className={classes('figures', tone === 'brand' ? null : `font-medium ${tones[tone]}`)}>
          {[left, ahead].filter((part) => part !== null).join('. ')}
        </span>
        <span>
          {[known, source === 'own' ? t('allowance.own') : null].filter((part) => part !== null).join(' ')}
        </span>
      </p>
    </div>
  )
}
