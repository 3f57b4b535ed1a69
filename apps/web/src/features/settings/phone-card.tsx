import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { QrCode } from '../../design/qr-code.tsx'

/** The address of this installation, for the app on a phone to scan: it is no secret. */
export const PhoneCard = () => {
  const { t } = useTranslation('account')
  const address = location.origin
  return (
    <Card title={t('onPhone.title')}>
      <p className="text-muted">{t('onPhone.text')}</p>
      <div className="mt-4 flex flex-wrap items-center gap-5">
        <QrCode text={address} label={t('onPhone.qr')} />
        <p className="min-w-0 font-semibold break-all">{address.replace(/^https?:\/\//, '')}</p>
      </div>
    </Card>
  )
}
