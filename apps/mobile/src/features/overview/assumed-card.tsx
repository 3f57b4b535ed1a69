import { type Overview, useFormat, useProblemText } from '@streamline/client'
import { type Deniable, useConfirmDebits } from '@streamline/client/billing'
import { usePeople } from '@streamline/client/households'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { BrandTile } from '../../design/brand-tile.tsx'
import { Button } from '../../design/button.tsx'
import { Card, Hairline } from '../../design/card.tsx'
import { Check, ChevronDown, ChevronUp } from '../../design/icons.ts'
import { Amounts, Money } from '../../design/money.tsx'
import { Heading, Text } from '../../design/text.tsx'
import { DenyForm } from '../billing/charge-tasks.tsx'

type Assumed = NonNullable<Overview['assumed']>

/** One debit that was taken as paid: it went through, or it was otherwise. */
const AssumedRow = ({
  debit: { name, providerId, brandColor, on, amount, memberId },
  busy,
  onFine,
  onWrong,
}: {
  debit: Assumed['debits'][number]
  busy: boolean
  onFine: () => void
  onWrong: () => void
}) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const { several, nameOf } = usePeople()
  const date = format.shortDate(on)
  const about = `${name}, ${date}`
  return (
    <View className="gap-2 px-5 py-3.5">
      <View className="flex-row items-center gap-3">
        <BrandTile name={providerId ?? name} color={brandColor} />
        <View className="min-w-0 flex-1">
          <Text weight="semibold" numberOfLines={2}>
            {name}
          </Text>
          <Text size="sm" tone="muted">
            {several && memberId !== null ? t('assumed.paidBy', { date, name: nameOf(memberId) }) : date}
          </Text>
        </View>
        <Money value={amount} />
      </View>
      <View className="flex-row flex-wrap justify-end gap-2">
        <Button size="sm" variant="quiet" label={`${t('assumed.wrong')}: ${about}`} onPress={onWrong}>
          {t('assumed.wrong')}
        </Button>
        <Button
          size="sm"
          variant="soft"
          busy={busy}
          label={`${t('assumed.fineOne')}: ${about}`}
          onPress={onFine}
        >
          {t('assumed.fineOne')}
        </Button>
      </View>
    </View>
  )
}

/** Debits that booked themselves: one line. Whoever doubts looks at each. */
export const AssumedCard = ({ assumed, currency }: { assumed: Assumed; currency: string }) => {
  const { t } = useTranslation('overview')
  const problemText = useProblemText()
  const [open, setOpen] = useState(false)
  const [denied, setDenied] = useState<Deniable | null>(null)
  const confirm = useConfirmDebits()
  const { count, totals, debits } = assumed
  const say = (paymentIds?: string[]): void =>
    confirm.mutate(paymentIds === undefined ? {} : { paymentIds }, {
      onSuccess: (answer) => showToast(t('assumed.done', { count: answer.paymentIds.length })),
      onError: (error) => showToast(problemText(error), { tone: 'danger' }),
    })
  const close = (): void => setDenied(null)
  return (
    <Card flush>
      <View className="gap-3 p-5">
        <View className="flex-row flex-wrap items-baseline gap-x-2">
          <Heading size="base">{t('assumed.line', { count })}</Heading>
          <Amounts values={totals} currency={currency} />
        </View>
        <View className="flex-row flex-wrap gap-2">
          <Button size="sm" variant="soft" icon={Check} busy={confirm.isPending} onPress={() => say()}>
            {t('assumed.fine')}
          </Button>
          <Button
            size="sm"
            variant="quiet"
            icon={open ? ChevronUp : ChevronDown}
            aria-expanded={open}
            onPress={() => setOpen(!open)}
          >
            {open ? t('assumed.hide') : t('assumed.check')}
          </Button>
        </View>
      </View>
      {open
        ? debits.map((debit) => (
            <View key={debit.paymentId}>
              <Hairline />
              <AssumedRow
                debit={debit}
                busy={confirm.isPending}
                onFine={() => say([debit.paymentId])}
                onWrong={() =>
                  setDenied({
                    id: debit.paymentId,
                    name: debit.name,
                    amount: debit.amount,
                    paidBy: debit.memberId,
                  })
                }
              />
            </View>
          ))
        : null}
      {open && count > debits.length ? (
        <Text size="sm" tone="muted" className="px-5 pb-4">
          {t('assumed.more', { count: count - debits.length })}
        </Text>
      ) : null}
      {denied === null ? null : <DenyForm key={denied.id} debit={denied} onClose={close} onDone={close} />}
    </Card>
  )
}
