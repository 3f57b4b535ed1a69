import type { Money } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { CheckField } from '../../../design/check-field.tsx'
import { usePeople } from '@streamline/client/households'
import { PayerField } from '../../billing/payer-field.tsx'
import { SplitFields } from '../split/split-fields.tsx'
import type { SectionProps } from './price-section.tsx'

/** Whether it is the owner's alone; whoever is invited later finds it so. */
export const PrivateField = ({ form, set }: Pick<SectionProps, 'form' | 'set'>) => {
  const { t } = useTranslation('add')
  return (
    <CheckField
      label={t('people.private')}
      hint={t('people.privateHint')}
      checked={form.private}
      onChange={(isPrivate) => set({ private: isPrivate })}
    />
  )
}

/** Who pays and who bears it; a household of one is asked nothing. */
export const PeopleSection = ({
  form,
  whole,
  set,
  errorAt,
}: SectionProps & {
  /** What a full period will cost. */
  whole: Money
}) => {
  const { t } = useTranslation('add')
  const { several } = usePeople()
  if (!several) return null
  return (
    <div className="space-y-4">
      <PayerField
        label={t('people.paidBy')}
        value={form.paidBy}
        onChange={(paidBy) => set({ paidBy })}
        error={errorAt('paidBy')}
      />
      {form.private ? null : (
        <SplitFields
          draft={form.split}
          whole={whole}
          error={errorAt('split')}
          onChange={(split) => set({ split })}
        />
      )}
      <PrivateField form={form} set={set} />
    </div>
  )
}
