import { mayBeBilled } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { CheckField } from '../../../design/check-field.tsx'
import { Segmented } from '../../../design/segmented.tsx'
import { BillFields } from '../fields/bill-fields.tsx'
import type { PlanSection } from './plan-price.tsx'

/** How it goes on from then: by itself or recharged by hand, paid ahead or by bills. */
export const PlanRenewal = ({ setValue, form, errorAt, subscription }: PlanSection) => {
  const { t } = useTranslation(['add', 'words'])
  const field = (name: 'billDay' | 'dueDays') => ({
    value: form[name],
    onChange: ({ target }: { target: { value: string } }) => setValue(name, target.value),
    error: errorAt(name),
  })
  return (
    <>
      <Segmented
        label={t('more.renewal')}
        value={form.renewal}
        options={[
          { value: 'automatic', label: t('words:renewal.automatic') },
          { value: 'manual', label: t('words:renewal.manual') },
        ]}
        onChange={(renewal) => setValue('renewal', renewal)}
      />
      {mayBeBilled(form, subscription) ? (
        <>
          {subscription.billDay === null ? (
            <CheckField
              label={t('more.postpaid')}
              hint={t('more.postpaidHint')}
              checked={form.postpaid}
              onChange={(postpaid) => setValue('postpaid', postpaid)}
            />
          ) : null}
          {form.postpaid ? <BillFields billDay={field('billDay')} dueDays={field('dueDays')} /> : null}
        </>
      ) : null}
    </>
  )
}
