import { useFormat } from '@streamline/client'
import type { Money } from '@streamline/domain'
import { Smartphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ButtonAnchor } from '../../design/button.tsx'
import { QrCode } from '../../design/qr-code.tsx'

/** Pays outside: the link opens a UPI app on this phone, the code is for another one. Nothing is recorded by it. */
export const UpiBox = ({
  address,
  given,
  to,
}: {
  address: string | null
  given: Money | null
  to: string
}) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  if (address === null || given === null)
    return <p className="rounded-control bg-sunken p-4 text-sm text-muted">{t('settle.upiNoAmount')}</p>
  const money = format.money(given)
  return (
    <div className="flex flex-col items-center gap-4 rounded-control bg-sunken p-4 text-center min-[30rem]:flex-row min-[30rem]:text-left">
      {/* Not every scanner reads light on dark. */}
      <span className="shrink-0 overflow-hidden rounded-tile" style={{ background: '#fff', color: '#000' }}>
        <QrCode key={address} text={address} label={t('settle.upiCode', { amount: money, to })} />
      </span>
      <div className="min-w-0 space-y-3">
        <p className="text-sm text-muted">{t('settle.upiText', { amount: money, to })}</p>
        <ButtonAnchor href={address} variant="soft" icon={Smartphone}>
          {t('settle.upiOpen')}
        </ButtonAnchor>
      </div>
    </div>
  )
}
