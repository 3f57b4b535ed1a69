import { useFormat } from '@streamline/client'
import { BadgeIndianRupee } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { BrandTile } from '../../design/brand-tile.tsx'
import { Money } from '../../design/money.tsx'

const inr = (rupees: number) => ({ amount: rupees * 100, currency: 'INR' })

const rows = [
  { key: 'first', tile: 'Jio', color: '#0a2885', price: inr(299), tone: 'text-danger' },
  { key: 'second', tile: 'Netflix', color: '#e50914', price: inr(649), tone: 'text-warn' },
] as const

/** What Home looks like, with invented figures; a picture, so nothing in it can be pressed. */
export const ExampleCard = () => {
  const { t } = useTranslation('landing')
  const format = useFormat()
  return (
    <figure aria-label={t('exampleLabel')} className="relative mx-auto w-full max-w-md space-y-3">
      <div className="rounded-card border border-line/70 bg-surface p-5 shadow-float">
        <p className="mb-1 flex items-center justify-between text-lg font-bold tracking-tight">
          {t('example.title')}
          <span className="figures flex size-7 items-center justify-center rounded-full bg-brand text-sm text-on-brand">
            2
          </span>
        </p>
        {rows.map(({ key, tile, color, price, tone }) => (
          <div key={key} className="flex items-center gap-3 border-line py-3 not-last:border-b">
            <BrandTile name={tile} color={color} />
            <div className="min-w-0 flex-1">
              <p className="truncate font-semibold">{t(`example.${key}.name`)}</p>
              <p className={`truncate text-sm font-medium ${tone}`}>{t(`example.${key}.text`)}</p>
            </div>
            <div className="text-right">
              <Money value={price} />
              <p className="mt-0.5 rounded-full bg-brand-soft px-2.5 py-0.5 text-xs font-semibold text-brand">
                {t(`example.${key}.action`)}
              </p>
            </div>
          </div>
        ))}
      </div>
      <div className="ml-auto w-11/12 rounded-card bg-positive-soft p-4 shadow-card">
        <p className="flex items-center gap-2 font-bold text-positive">
          <BadgeIndianRupee size={20} className="shrink-0" aria-hidden />
          {t('example.savingAmount', { money: format.money(inr(1788)) })}
        </p>
        <p className="mt-0.5 text-sm">{t('example.saving')}</p>
      </div>
      <div className="flex w-10/12 items-center justify-between gap-3 rounded-card border border-line/70 bg-surface px-4 py-3 shadow-card">
        <span className="truncate text-sm font-medium">{t('example.between')}</span>
        <Money value={inr(412)} />
      </div>
    </figure>
  )
}
