import { type UsageReading, useHousehold } from '@streamline/client'
import {
  usageDigits,
  usageHints,
  usageProblems,
  useUsageNoting,
  type UsageDraft,
  type UsageProblem,
} from '@streamline/client/usage'
import { isMetered } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../../design/date-field.tsx'
import { DecimalField } from '../../../design/decimal-field.tsx'
import { RadioCards } from '../../../design/radio-cards.tsx'
import { Segmented } from '../../../design/segmented.tsx'
import { SheetForm } from '../../../design/sheet-form.tsx'
import { useDraftForm } from '../acts/use-draft-form.ts'

/** Notes an amount, or puts one right. A meter and a day are two things, and it says which. */
export const UsageForm = ({
  subscriptionId,
  title,
  kinds,
  reading,
  onClose,
}: {
  subscriptionId: string
  title: string
  /** What can be noted, the first one chosen. */
  kinds: readonly UsageDraft['kind'][]
  /** What is put right; null notes something new. */
  reading: UsageReading | null
  onClose: () => void
}) => {
  const { t } = useTranslation('usage')
  const { today } = useHousehold()
  const noting = useUsageNoting(subscriptionId, { kinds, reading, onDone: onClose })
  const { form, set, problemAt, send } = useDraftForm<UsageDraft, UsageProblem>(
    noting.draft,
    (draft) => usageProblems(draft, today),
    (problem) => t(`problem.${problem}`),
  )
  const { kind, covers } = form
  const errorAt = (field: keyof UsageDraft): string | undefined => problemAt(field) ?? noting.at(field)
  const hint = usageHints[kind]
  return (
    <SheetForm
      typed={form}
      title={title}
      label={t(noting.isEdit ? 'form.saveEdit' : 'form.save')}
      busy={noting.busy}
      error={noting.rest}
      onClose={onClose}
      onSubmit={() => send(() => noting.submit(form))}
    >
      {!noting.isEdit && kinds.length > 1 ? (
        <Segmented
          label={t('form.kind')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(chosen) => set({ kind: chosen })}
        />
      ) : null}
      <DecimalField
        digits={usageDigits[kind]}
        label={t(`form.${kind}`)}
        hint={hint === null ? undefined : t(hint)}
        error={errorAt('amount')}
        value={form.amount}
        onChange={(amount) => set({ amount })}
        autoFocus
      />
      {isMetered(kind) ? (
        <RadioCards
          label={t('form.covers')}
          value={covers}
          error={errorAt('covers')}
          options={[
            { value: 'soFar', label: t('form.soFar'), hint: t('form.soFarHint') },
            { value: 'day', label: t('form.day'), hint: t('form.dayHint') },
          ]}
          onChange={(chosen) => set({ covers: chosen })}
        />
      ) : null}
      <DateField
        label={t(isMetered(kind) && covers === 'soFar' ? 'form.onSoFar' : 'form.onDay')}
        value={form.on}
        today={today}
        max={today}
        error={errorAt('on')}
        onChange={(on) => set({ on })}
      />
    </SheetForm>
  )
}
