import { useHousehold } from '@streamline/client'
import { useSplitDays, useSplitForm } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Chip } from '../../../design/chip.tsx'
import { DateField } from '../../../design/date-field.tsx'
import { Field } from '../../../design/field.tsx'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { PayerField } from '../../billing/payer-field.tsx'
import type { SubscriptionFormProps } from '../detail/sheet-name.ts'
import { SplitFields } from './split-fields.tsx'
import { SplitAdjustments, SplitHistory, SplitPreview } from './split-preview.tsx'

/** Who pays and who bears it, from which day on. */
export const SplitForm = ({ subscription, title, onClose }: SubscriptionFormProps) => {
  const { t } = useTranslation('split')
  const { today } = useHousehold()
  const { errors, columns, adjustments, whole, when, setWhen, ...form } = useSplitForm(subscription, onClose)
  const { options, latest } = useSplitDays(form.around)
  return (
    <SheetForm
      typed={[form.draft, form.paidBy, when]}
      title={title}
      label={t('save')}
      busy={form.busy}
      error={form.rest}
      onClose={onClose}
      onSubmit={form.submit}
    >
      <PayerField label={t('payer')} value={form.paidBy} onChange={form.setPaidBy} error={errors.paidBy} />
      <SplitFields draft={form.draft} whole={whole} error={errors.split} onChange={form.setDraft} />
      <Field label={t('when.label')} error={when.when === 'date' ? undefined : errors.splitFrom}>
        <View className="flex-row flex-wrap gap-2">
          {options.map(({ value, label }) => (
            <Chip
              key={value}
              selected={when.when === value}
              onPress={() => setWhen({ ...when, when: value })}
            >
              {label}
            </Chip>
          ))}
        </View>
      </Field>
      {when.when === 'date' ? (
        <DateField
          label={t('when.day')}
          value={when.date}
          today={today}
          min={form.earliest}
          max={latest}
          error={errors.splitFrom}
          onChange={(date) => setWhen({ ...when, date })}
        />
      ) : null}
      {columns.length > 0 ? <SplitPreview columns={columns} /> : null}
      <SplitAdjustments adjustments={adjustments} currency={whole.currency} />
      <SplitHistory subscription={subscription} />
    </SheetForm>
  )
}
