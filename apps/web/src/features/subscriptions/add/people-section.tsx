import { useTranslation } from 'react-i18next'
import { CheckField } from '../../../design/check-field.tsx'
import { MembersField } from '../../households/members-field.tsx'
import { usePeople } from '../../households/use-people.ts'
import { PayerField } from '../../money/payer-field.tsx'
import type { SectionProps } from './price-section.tsx'

/** Who pays and who bears it; a household of one is asked nothing. */
export const PeopleSection = ({ form, set, errorAt }: SectionProps) => {
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
        <MembersField
          label={t('people.split')}
          hint={
            form.splitWith.length === 0
              ? t('people.splitNobody')
              : form.splitWith.length === 1
                ? t('people.splitOne')
                : t('people.splitEqually', { count: form.splitWith.length })
          }
          value={form.splitWith}
          onChange={(splitWith) => set({ splitWith })}
          error={errorAt('splitWith')}
        />
      )}
      <CheckField
        label={t('people.private')}
        hint={t('people.privateHint')}
        checked={form.private}
        onChange={(isPrivate) => set({ private: isPrivate })}
      />
    </div>
  )
}
