import { useFormat } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import { amountsOf, percentsOf, type SplitDraft, type SplitKind } from '@streamline/client/subscriptions'
import type { Money } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Chip } from '../../../design/chip.tsx'
import { Field } from '../../../design/field.tsx'
import { Text } from '../../../design/text.tsx'
import { PartsField } from '../../billing/parts-field.tsx'
import { MembersField } from '../../households/members-field.tsx'
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
  const set = (change: Partial<SplitDraft>): void => onChange({ ...draft, ...change })
  const { kind } = draft
  const hasSomebody = draft.members.length > 0
  const inParts = kind === 'percent' || kind === 'exact'
  return (
    <View className="gap-5">
      <Field label={t('how')}>
        <View
          accessibilityRole="radiogroup"
          accessibilityLabel={t('how')}
          className="flex-row flex-wrap gap-2"
        >
          {kinds.map((value) => (
            <Chip
              key={value}
              selected={kind === value}
              onPress={() =>
                set({
                  kind: value,
                  // Most households share with everybody; fewer is a tap away.
                  ...(hasSomebody ? {} : { members: members.map(({ id }) => id) }),
                })
              }
            >
              {t(`kind.${value}`)}
            </Chip>
          ))}
        </View>
      </Field>
      {kind === 'payer' ? (
        <Text size="sm" tone="muted">
          {t('payerAlone')}
        </Text>
      ) : (
        <MembersField
          label={t('between')}
          value={draft.members}
          onChange={(chosen) => set({ members: chosen })}
          error={inParts && hasSomebody ? undefined : error}
        />
      )}
      {kind === 'shares' && hasSomebody ? (
        <WeightsField draft={draft} onChange={(weights) => set({ weights })} />
      ) : null}
      {kind === 'percent' && hasSomebody ? (
        <PartsField
          label={t('percents')}
          whole={percentsOf(draft)}
          show={(value) => t('percentOf', { value: format.number(value / 100) })}
          error={error}
          onChange={(percents) => set({ percents })}
        />
      ) : null}
      {kind === 'exact' && hasSomebody ? (
        <PartsField
          label={t('amounts', { amount: format.money(whole) })}
          whole={amountsOf(draft, whole)}
          currency={whole.currency}
          show={(amount) => format.money({ amount, currency: whole.currency })}
          error={error}
          onChange={(amounts) => set({ amounts })}
        />
      ) : null}
    </View>
  )
}
