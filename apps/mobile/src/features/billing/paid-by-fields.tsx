import { useFormat } from '@streamline/client'
import type { PaymentDraft, Whole } from '@streamline/client/billing'
import { usePeople } from '@streamline/client/households'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button } from '../../design/button.tsx'
import { UsersRound } from '../../design/icons.ts'
import { PartsField } from './parts-field.tsx'
import { PayerField } from './payer-field.tsx'

/** Who paid it: one person, or several with what each of them gave. */
export const PaidByFields = ({
  draft,
  whole,
  errorAt,
  set,
}: {
  draft: PaymentDraft
  whole: Whole
  errorAt: (field: 'paidBy' | 'parts') => string | undefined
  set: (change: Partial<PaymentDraft>) => void
}) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { several } = usePeople()
  if (!several) return null
  return (
    <View className="gap-1">
      {draft.several ? (
        <PartsField
          label={t('pay.whoSeveral')}
          whole={whole}
          currency={draft.currency}
          show={(amount) => format.money({ amount, currency: draft.currency })}
          error={errorAt('parts')}
          onChange={(parts) => set({ parts })}
        />
      ) : (
        <PayerField
          label={t('pay.who')}
          value={draft.paidBy}
          onChange={(paidBy) => set({ paidBy })}
          error={errorAt('paidBy')}
        />
      )}
      <Button
        variant="quiet"
        size="sm"
        icon={UsersRound}
        className="-ml-4 self-start"
        onPress={() => set({ several: !draft.several })}
      >
        {draft.several ? t('pay.oneOnly') : t('pay.severalPeople')}
      </Button>
    </View>
  )
}
