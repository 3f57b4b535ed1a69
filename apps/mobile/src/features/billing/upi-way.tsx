import { useFormat } from '@streamline/client'
import type { SettlementForm } from '@streamline/client/billing'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Linking, View } from 'react-native'
import { Button } from '../../design/button.tsx'
import { CircleHelp, QrCode as QrCodeIcon, Smartphone } from '../../design/icons.ts'
import { Notice } from '../../design/notice.tsx'
import { QrCode } from '../../design/qr-code.tsx'
import { Text } from '../../design/text.tsx'
import { useReturn } from './use-return.ts'

/** Pays outside: opens any UPI app with payee and amount filled in, and asks after the return. Nothing is recorded by the link. */
export const UpiWay = ({
  upi: { address, given },
  to,
  isBack,
  busy,
  onLeave,
  onAnswer,
}: {
  upi: NonNullable<SettlementForm['upi']>
  to: string
  /** Somebody went to pay before, and was not asked yet. */
  isBack: boolean
  busy: boolean
  onLeave: () => void
  onAnswer: (wentThrough: boolean) => void
}) => {
  const { t } = useTranslation(['phone', 'billing'])
  const format = useFormat()
  const [state, setState] = useState<'here' | 'away' | 'back' | 'none'>(isBack ? 'back' : 'here')
  const [asCode, setAsCode] = useState(false)
  useReturn(state === 'away', () => setState('back'))
  if (address === null || given === null) return <Notice>{t('upi.noAmount')}</Notice>
  const values = { amount: format.money(given), to }
  const leave = async (): Promise<void> => {
    onLeave()
    setState('away')
    try {
      await Linking.openURL(address)
    } catch {
      setState('none')
    }
  }
  if (state === 'back')
    return (
      <Notice icon={CircleHelp} tone="brand">
        <Text weight="semibold">{t('upi.question', values)}</Text>
        <Text size="sm" tone="muted">
          {t('upi.questionText')}
        </Text>
        <View className="mt-2 flex-row flex-wrap gap-2">
          <Button size="sm" busy={busy} onPress={() => onAnswer(true)}>
            {t('upi.yes')}
          </Button>
          <Button
            size="sm"
            variant="secondary"
            onPress={() => {
              setState('here')
              onAnswer(false)
            }}
          >
            {t('upi.no')}
          </Button>
        </View>
      </Notice>
    )
  return (
    <Notice>
      <Text size="sm" tone="muted">
        {t(state === 'none' ? 'upi.none' : 'upi.text', values)}
      </Text>
      <Button
        variant="soft"
        icon={Smartphone}
        className="mt-2 self-start"
        label={t('upi.openFor', values)}
        onPress={() => void leave()}
      >
        {t('billing:settle.upiOpen')}
      </Button>
      <Button
        variant="quiet"
        icon={QrCodeIcon}
        aria-expanded={asCode}
        className="-ml-5 self-start"
        onPress={() => setAsCode(!asCode)}
      >
        {t(asCode ? 'upi.hideCode' : 'upi.showCode')}
      </Button>
      {asCode ? (
        <View className="self-center">
          <QrCode key={address} text={address} label={t('billing:settle.upiCode', values)} />
        </View>
      ) : null}
    </Notice>
  )
}
