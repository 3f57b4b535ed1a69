import { type Overview, useFormat, useProblemText } from '@streamline/client'
import { useConfirmSettlement } from '@streamline/client/billing'
import { usePeople } from '@streamline/client/households'
import { showToast } from '@streamline/client/toasts'
import { useRouter } from 'expo-router'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Avatar } from '../../design/avatar.tsx'
import { ActButton } from '../../design/act-button.tsx'
import { Button } from '../../design/button.tsx'
import { Check } from '../../design/icons.ts'
import { Money } from '../../design/money.tsx'
import { Text } from '../../design/text.tsx'

/** Money that somebody says they gave: it arrived, or the way to say that it did not. */
export const ArrivalRow = ({
  arrival: { settlementId: id, from, fromName, to, toName, amount, on },
}: {
  arrival: Overview['arrivals'][number]
}) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const problem = useProblemText()
  const router = useRouter()
  const { isYou } = usePeople()
  const confirm = useConfirmSettlement()
  const values = { from: fromName, to: toName, amount: format.money(amount) }
  const about = `${fromName}, ${values.amount}`
  const arrived = (): void =>
    confirm.mutate(
      { id },
      {
        onSuccess: () => showToast(t('arrivals.done', values)),
        onError: (error) => showToast(problem(error), { tone: 'danger' }),
      },
    )
  return (
    <View className="gap-2 px-5 py-3.5">
      <View className="flex-row items-start gap-3">
        <Avatar id={from} name={fromName} />
        <View className="min-w-0 flex-1">
          <Text weight="semibold">{t(isYou(to) ? 'arrivals.says' : 'arrivals.saysOther', values)}</Text>
          <Text size="sm" tone="muted">
            {t('arrivals.on', { date: format.shortDate(on) })}
          </Text>
        </View>
        <Money value={amount} />
      </View>
      <View className="flex-row flex-wrap justify-end gap-1">
        <Button
          size="sm"
          variant="quiet"
          label={`${t('arrivals.not')}: ${about}`}
          onPress={() => router.push({ pathname: '/money', params: { tab: 'between' } })}
        >
          {t('arrivals.not')}
        </Button>
        <ActButton
          size="sm"
          variant="soft"
          icon={Check}
          busy={confirm.isPending}
          label={`${t('arrivals.confirm')}: ${about}`}
          onPress={arrived}
        >
          {t('arrivals.confirm')}
        </ActButton>
      </View>
    </View>
  )
}
