import { type GuestView, useFormat } from '@streamline/client'
import { upiLink } from '@streamline/domain'
import { Smartphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ButtonAnchor } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Money } from '../../design/money.tsx'
import { QrCode } from '../../design/qr-code.tsx'
import { CopyButton } from '../../design/shown-once.tsx'

/** Whom to pay, and the shortest way to do it. */
export const GuestPay = ({
  pay: { toName, amount, upiId },
  household,
}: {
  pay: GuestView['pays'][number]
  household: string
}) => {
  const { t } = useTranslation('visit')
  const format = useFormat()
  const link =
    upiId === null || amount.currency !== 'INR'
      ? null
      : upiLink({ upiId, name: toName, amount, note: `Streamline ${household}` })
  return (
    <Card
      title={<span className="break-words">{t('guest.pay', { name: toName })}</span>}
      aside={<Money value={amount} size="lg" />}
    >
      <div className="space-y-4">
        {link === null ? (
          <p className="text-muted">{t('guest.ask', { name: toName })}</p>
        ) : (
          <>
            <ButtonAnchor href={link} icon={Smartphone} size="lg" wide>
              {t('guest.app')}
            </ButtonAnchor>
            <div className="flex flex-wrap items-center gap-5">
              <QrCode text={link} label={t('guest.qr', { name: toName, amount: format.money(amount) })} />
              <p className="max-w-[22ch] text-sm text-muted">{t('guest.scan')}</p>
            </div>
          </>
        )}
        {upiId === null ? null : (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="min-w-0">
              <span className="block text-sm text-muted">{t('guest.upiId')}</span>
              <span className="font-mono break-all">{upiId}</span>
            </p>
            <CopyButton text={upiId} />
          </div>
        )}
        <p className="text-sm text-muted">{t('guest.tell')}</p>
      </div>
    </Card>
  )
}
