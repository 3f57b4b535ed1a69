import { type Payment, useFormat, useHousehold } from '@streamline/client'
import { type Deniable, mayReverse, type Reversible, usePaidText } from '@streamline/client/billing'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Badge } from '../../design/badge.tsx'
import { IconButton } from '../../design/button.tsx'
import { CircleHelp, Undo2 } from '../../design/icons.ts'
import { Text } from '../../design/text.tsx'

/** Who paid a charge and when, what came back; what was taken back stays, struck through. */
export const ChargePayments = ({
  payments,
  name,
  onDeny,
  onReverse,
}: {
  payments: readonly Payment[]
  name: string
  onDeny: (debit: Deniable) => void
  onReverse: (payment: Reversible) => void
}) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { sentence, details } = usePaidText()
  const viewer = useHousehold()
  // A reversal is told by what it struck through.
  const shown = payments.filter(({ entry }) => entry !== 'reversal')
  return shown.map((payment) => {
    const { id, amount, paidOn, assumed, reversedBy, note } = payment
    const about = details(payment)
    const money = format.money({ ...amount, amount: Math.abs(amount.amount) })
    const mayUndo = mayReverse(viewer, payment)
    return (
      <View key={id} className="min-h-11 flex-row items-center gap-2">
        <View className="min-w-0 flex-1">
          <Text size="sm" tone="muted" className={reversedBy ? 'line-through' : undefined}>
            {sentence(payment)}
          </Text>
          {about === '' ? null : (
            <Text size="sm" tone="faint">
              {about}
            </Text>
          )}
          {note ? (
            <Text size="sm" tone="faint">
              {note}
            </Text>
          ) : null}
          {reversedBy ? <Badge>{t('paid.takenBack')}</Badge> : null}
          {assumed && !reversedBy ? <Badge>{t('paid.assumed')}</Badge> : null}
        </View>
        {mayUndo && assumed ? (
          <IconButton
            icon={CircleHelp}
            label={t('deny.open', { amount: money, date: format.shortDate(paidOn) })}
            onPress={() => onDeny({ ...payment, name })}
          />
        ) : null}
        {mayUndo && !assumed ? (
          <IconButton
            icon={Undo2}
            label={t('entry.takeBack', { amount: money, date: format.shortDate(paidOn) })}
            onPress={() => onReverse({ id, amount, paidOn, name })}
          />
        ) : null}
      </View>
    )
  })
}
