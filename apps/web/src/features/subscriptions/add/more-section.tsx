import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { usePeople } from '@streamline/client/households'
import { AmountField } from '../../../design/amount-field.tsx'
import { CheckField } from '../../../design/check-field.tsx'
import { TextField } from '../../../design/field.tsx'
import { Segmented } from '../../../design/segmented.tsx'
import { BonusFields } from '../fields/bonus-fields.tsx'
import { MinimumTermFields } from '../fields/minimum-term-fields.tsx'
import { TrialField } from '../fields/trial-field.tsx'
import { LimitFields } from '../usage/limit-fields.tsx'
import { BillSection } from './bill-section.tsx'
import { type DraftField, isNetworkLine, isPostpaidNumber } from '@streamline/client/subscriptions'
import { PrivateField } from './people-section.tsx'
import type { SectionProps } from './price-section.tsx'

const inside: readonly DraftField[] = [
  'introPrice',
  'introPeriods',
  'billDay',
  'dueDays',
  'trial',
  'bonusCount',
  'minimumTerm',
  'exitFee',
  'limits',
]

/** What few people need while adding: another name, who renews it, a trial, a price that ends; alone, also that it stays private. */
export const MoreSection = (section: SectionProps) => {
  const { form, plan, set, errorAt } = section
  const { t } = useTranslation(['add', 'words'])
  const { several } = usePeople()
  const details = useRef<HTMLDetailsElement>(null)
  const wrong = inside.some((field) => errorAt(field) !== undefined)
  useEffect(() => {
    // An error must be seen; closing again is left to the person.
    if (wrong && details.current) details.current.open = true
  }, [wrong])
  const bills = form.renewal === 'automatic' && isNetworkLine(form.kind) && form.interval.unit === 'month'
  return (
    <details ref={details} className="group rounded-control border border-line px-4">
      <summary className="-mx-4 flex min-h-12 items-center justify-between gap-3 rounded-control px-4 font-semibold">
        {t('more.title')}
        <span className="text-sm font-normal text-faint group-open:hidden">{t('more.lead')}</span>
      </summary>
      <div className="space-y-4 pt-2 pb-4">
        {plan === null ? null : (
          <TextField
            label={t('more.name')}
            placeholder={plan.name}
            maxLength={120}
            value={form.name}
            onChange={(event) => set({ name: event.target.value })}
            error={errorAt('name')}
          />
        )}
        {form.byDay ? null : (
          <Segmented
            label={t('more.renewal')}
            value={form.renewal}
            options={[
              { value: 'automatic', label: t('words:renewal.automatic') },
              { value: 'manual', label: t('words:renewal.manual') },
            ]}
            onChange={(renewal) => set({ renewal, ...(renewal === 'manual' ? { postpaid: false } : {}) })}
          />
        )}
        {bills ? (
          <CheckField
            label={t('more.postpaid')}
            hint={t('more.postpaidHint')}
            checked={form.postpaid}
            onChange={(postpaid) =>
              set({
                postpaid,
                currentPaid: !postpaid,
                // A bill is often paid by hand.
                recordsItself: !postpaid,
                ...(postpaid && form.billDay === '' ? { billDay: '1', dueDays: '15' } : {}),
              })
            }
          />
        ) : null}
        {form.postpaid && !isPostpaidNumber(plan) ? <BillSection {...section} /> : null}
        {form.postpaid || form.byDay ? null : (
          <>
            <TrialField value={form.trial} error={errorAt('trial')} onChange={(trial) => set({ trial })} />
            <div className="grid gap-4 min-[30rem]:grid-cols-2">
              <AmountField
                label={t('more.introPrice')}
                aside={t('more.optional')}
                currency={form.currency}
                value={form.introPrice}
                onChange={(introPrice) => set({ introPrice })}
                error={errorAt('introPrice')}
              />
              <TextField
                label={t('more.introPeriods')}
                aside={t('more.optional')}
                inputMode="numeric"
                maxLength={3}
                value={form.introPeriods}
                onChange={(event) => set({ introPeriods: event.target.value })}
                error={errorAt('introPeriods')}
              />
            </div>
            <BonusFields
              label={t('more.bonus')}
              count={{
                value: form.bonusCount,
                onChange: (event) => set({ bonusCount: event.target.value }),
                error: errorAt('bonusCount'),
              }}
              unit={form.bonusUnit}
              onUnit={(bonusUnit) => set({ bonusUnit })}
            />
          </>
        )}
        <MinimumTermFields form={form} errorAt={errorAt} onChange={set} />
        <LimitFields
          kind={form.kind}
          limits={form.limits}
          sent={errorAt('limits') !== undefined}
          error={undefined}
          onChange={(limits) => set({ limits })}
        />
        {several ? null : <PrivateField form={form} set={set} />}
      </div>
    </details>
  )
}
