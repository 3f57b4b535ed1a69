import { useFormat } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import { amountsOf, percentsOf, type SplitDraft, type SplitKind } from '@streamline/client/subscriptions'
import type { Money } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { ChoiceChips } from '../../../design/choice-chips.tsx'
import { MembersField } from '../../households/members-field.tsx'
import { PartsField } from '../../billing/parts-field.tsx'
import { WeightsField } from './weights-field.tsx'

const kinds: readonly SplitKind[] = ['payer', 'equal', 'shares', 'percent', 'exact']

/** How a charge is shared and among whom; percents and amounts show what is left to assign. */
export const SplitFields = ({
  draft,
  whole,
  error,
  onChange,
}: {
  draft: SplitDraft
  /** What a full period costs; exact amounts sum to it. */
  whole: Money
  error?: string | undefined
  onChange: (draft: SplitDraft) => void
}) => {
  const { t } = useTranslation('split')
  const format = useFormat()
  const { members } = usePeople()
  const set = (change: Partial<SplitDraft>) => onChange({ ...draft, ...change })
  const { kind } = draft
  const inParts = kind === 'percent' || kind === 'exact'
  return (
    <div className="space-y-5">
      <ChoiceChips
        label={t('how')}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(value) =>
          set({
            kind: value,
            // Most households share with everybody; fewer is a tap away.
            ...(draft.members.length === 0 ? { members: members.map(({ id }) => id) } : {}),
          })
        }
      />
      {kind === 'payer' ? (
        <p className="text-sm text-muted">{t('payerAlone')}</p>
      ) : (
        <MembersField
          label={t('between')}
          value={draft.members}
          // The order of the household, so that rows do not jump while people are chosen.
          onChange={(chosen) =>
            set({ members: members.map(({ id }) => id).filter((id) => chosen.includes(id)) })
          }
          error={inParts && draft.members.length > 0 ? undefined : error}
        />
      )}
      {kind === 'shares' && draft.members.length > 0 ? (
        <WeightsField draft={draft} onChange={(weights) => set({ weights })} />
      ) : null}
      {kind === 'percent' && draft.members.length > 0 ? (
        <PartsField
          label={t('percents')}
          whole={percentsOf(draft)}
          show={(value) => t('percentOf', { value: format.number(value / 100) })}
          error={error}
          onChange={(percents) => set({ percents })}
        />
      ) : null}
      {kind === 'exact' && draft.members.length > 0 ? (
        <PartsField
          label={t('amounts', { amount: format.money(whole) })}
          whole={amountsOf(draft, whole)}
          currency={whole.currency}
          show={(amount) => format.money({ amount, currency: whole.currency })}
          error={error}
          onChange={(amounts) => set({ amounts })}
        />
      ) : null}
    </div>
  )
}
