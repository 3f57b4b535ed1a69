import { useFormat, useHousehold } from '@streamline/client'
import type { BeginningDraft } from '@streamline/client/subscriptions'
import { defaultTax, wholeMonths, type BillingInterval } from '@streamline/domain'
import { Controller, type Control, type UseFormRegister, type UseFormSetValue } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../../design/amount-field.tsx'
import { CheckField } from '../../../design/check-field.tsx'
import { TextField } from '../../../design/field.tsx'
import { Segmented } from '../../../design/segmented.tsx'
import { BalanceNote } from '../fields/balance-note.tsx'
import { BillFields } from '../fields/bill-fields.tsx'
import { FirstBillField } from '../fields/first-bill-field.tsx'
import { IntervalField } from '../fields/interval-field.tsx'

export interface CorrectSection {
  control: Control<BeginningDraft>
  register: UseFormRegister<BeginningDraft>
  setValue: UseFormSetValue<BeginningDraft>
  form: BeginningDraft
  errorAt: (field: keyof BeginningDraft) => string | undefined
}

/** Start, price, tax, how it renews and when it is billed. */
export const CorrectTerms = ({
  control,
  register,
  setValue,
  form,
  errorAt,
  own,
  bills,
}: CorrectSection & {
  /** The length it has. */
  own: BillingInterval
  /** A bill afterwards is something that this kind has. */
  bills: boolean
}) => {
  const { t } = useTranslation(['acts', 'add', 'words'])
  const format = useFormat()
  const { country } = useHousehold()
  const { basisPoints } = defaultTax(country, false)
  return (
    <>
      <TextField
        {...register('startsOn')}
        type="date"
        label={t('correct.startsOn')}
        error={errorAt('startsOn')}
      />
      <div className="grid grid-cols-2 items-start gap-3 min-[30rem]:gap-4">
        <Controller
          control={control}
          name="price"
          render={({ field }) => (
            <AmountField
              {...field}
              label={t(
                form.byDay
                  ? 'add:price.recharged'
                  : form.taxIncluded
                    ? 'add:price.label'
                    : 'add:price.labelNet',
              )}
              currency={form.currency}
              error={errorAt('price')}
            />
          )}
        />
        {form.byDay ? (
          <Controller
            control={control}
            name="dayRate"
            render={({ field }) => (
              <AmountField
                {...field}
                label={t('add:price.dayRate')}
                currency={form.currency}
                error={errorAt('dayRate')}
              />
            )}
          />
        ) : (
          <IntervalField
            label={t('add:price.interval')}
            own={own}
            value={form.interval}
            error={errorAt('interval')}
            onChange={(interval) => {
              setValue('interval', interval)
              // Bills are made on a day of the month, so only whole months have one.
              if (wholeMonths(interval) === 0) setValue('postpaid', false)
            }}
          />
        )}
      </div>
      {form.byDay ? <BalanceNote form={form} /> : null}
      {basisPoints > 0 ? (
        <CheckField
          label={t('add:price.taxIncluded', { percent: format.percent(basisPoints / 10_000) })}
          checked={form.taxIncluded}
          onChange={(taxIncluded) => setValue('taxIncluded', taxIncluded)}
        />
      ) : null}
      {form.byDay ? null : (
        <Segmented
          label={t('add:more.renewal')}
          value={form.renewal}
          options={[
            { value: 'automatic', label: t('words:renewal.automatic') },
            { value: 'manual', label: t('words:renewal.manual') },
          ]}
          onChange={(renewal) => {
            setValue('renewal', renewal)
            if (renewal === 'manual') setValue('postpaid', false)
          }}
        />
      )}
      {bills || form.postpaid ? (
        <CheckField
          label={t('add:more.postpaid')}
          hint={t('add:more.postpaidHint')}
          checked={form.postpaid}
          onChange={(postpaid) => {
            setValue('postpaid', postpaid)
            if (postpaid && form.billDay === '') {
              setValue('billDay', '1')
              setValue('dueDays', '15')
            }
          }}
        />
      ) : null}
      {form.postpaid ? (
        <>
          <BillFields
            billDay={{ ...register('billDay'), error: errorAt('billDay') }}
            dueDays={{ ...register('dueDays'), error: errorAt('dueDays') }}
          />
          <FirstBillField form={form} onChange={(firstBill) => setValue('firstBill', firstBill)} />
        </>
      ) : null}
    </>
  )
}
