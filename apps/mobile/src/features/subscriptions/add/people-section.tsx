import { usePeople } from '@streamline/client/households'
import type { DraftField, DraftForm } from '@streamline/client/subscriptions'
import type { Money } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { SwitchRow } from '../../../design/switch-row.tsx'
import { PayerField } from '../../billing/payer-field.tsx'
import { SplitFields } from '../split/split-fields.tsx'

/** Who pays and between whom it is split; a household of one is asked nothing but whether it is private. */
export const PeopleSection = ({
  form,
  whole,
  set,
  errorAt,
}: {
  form: DraftForm
  /** What a full period costs; exact amounts sum to it. */
  whole: Money
  set: (change: Partial<DraftForm>) => void
  errorAt: (field: DraftField) => string | undefined
}) => {
  const { t } = useTranslation('add')
  const { several } = usePeople()
  return (
    <>
      <PayerField
        label={t('people.paidBy')}
        value={form.paidBy}
        error={errorAt('paidBy')}
        onChange={(paidBy) => set({ paidBy })}
      />
      {several && !form.private ? (
        <SplitFields
          draft={form.split}
          whole={whole}
          error={errorAt('split')}
          onChange={(split) => set({ split })}
        />
      ) : null}
      <SwitchRow
        label={t('people.private')}
        hint={t('people.privateHint')}
        value={form.private}
        onChange={(isPrivate) => set({ private: isPrivate })}
      />
    </>
  )
}
