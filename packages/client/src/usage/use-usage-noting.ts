import { useTranslation } from 'react-i18next'
import type { UsageReading } from '../answers.ts'
import { useHousehold } from '../client-context.tsx'
import { itemsOf } from '../queries/paged.ts'
import { useOpened } from '../queries/opened.ts'
import { useFieldError, type FormPlaces } from '../use-field-error.ts'
import { isMetered } from '@streamline/domain'
import { usageAmountOf, usageOf, type UsageDraft } from './usage-draft.ts'
import { useUsageAmount } from './usage-text.ts'
import { useCorrectUsage, useRecordUsage, useUsage } from './usage.queries.ts'
import { useUsageActs } from './use-usage-acts.ts'

const places: FormPlaces = {
  fields: ['amount', 'on', 'covers', 'kind'],
  codes: { 'date-out-of-range': 'on', 'amount-out-of-range': 'amount' },
}

/** What is put right, as it is now: somebody else may have done so meanwhile. */
const useNewest = (subscriptionId: string, noted: UsageReading | null): UsageReading | null => {
  const readings = itemsOf(useUsage(subscriptionId).data)
  return noted && (readings.find(({ id }) => id === noted.id) ?? noted)
}

/** Notes an amount, or puts the one in `reading` right. */
export const useUsageNoting = (
  subscriptionId: string,
  {
    kinds,
    reading,
    onDone,
  }: {
    /** What can be noted, the first one chosen. */
    kinds: readonly UsageDraft['kind'][]
    /** What is put right; null notes something new. */
    reading: UsageReading | null
    onDone: () => void
  },
) => {
  const { t } = useTranslation('usage')
  const { today } = useHousehold()
  const amountText = useUsageAmount()
  const record = useRecordUsage()
  const correct = useCorrectUsage()
  const { say } = useUsageActs()
  const edited = reading !== null && reading.kind !== 'used' ? { ...reading, kind: reading.kind } : null
  const first = edited?.kind ?? kinds[0] ?? 'hours'
  const draft: UsageDraft = {
    kind: first,
    covers: edited?.covers ?? (isMetered(first) ? 'soFar' : 'day'),
    on: edited?.on ?? today,
    amount: edited === null ? '' : usageAmountOf(edited.kind, edited.amount),
  }
  const refused = useFieldError(record.error ?? correct.error, places)
  const opened = useOpened(useNewest(subscriptionId, reading), correct.error)
  return {
    draft,
    isEdit: edited !== null,
    at: (field: keyof UsageDraft): string | undefined => refused.at(field),
    rest: refused.rest,
    busy: record.isPending || correct.isPending,
    submit: (form: UsageDraft): void => {
      const typed = usageOf(form, today)
      if (typed === null) return
      const what = `${t(`kind.${form.kind}`)} ${amountText(form.kind, typed.amount)}`
      if (edited === null) {
        record.mutate(
          { id: subscriptionId, ...typed },
          {
            onSuccess: (newest) => {
              onDone()
              if (newest !== null) say(t('done.noted', { what }), newest, { removed: true })
            },
          },
        )
        return
      }
      const { id, on, covers, amount } = edited
      correct.mutate(
        {
          id,
          revision: opened?.revision ?? edited.revision,
          on: typed.on,
          covers: typed.covers,
          amount: typed.amount,
        },
        {
          onSuccess: (newest) => {
            onDone()
            say(t('done.changed', { what }), newest, { on, covers, amount })
          },
        },
      )
    },
  }
}

/** What each kind of amount is typed in, where an example helps. */
export const usageHints = {
  data: 'form.dataHint',
  hours: 'form.hoursHint',
  calls: null,
  messages: null,
} as const
