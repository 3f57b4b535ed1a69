import { Share2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { QrCode } from '../../design/qr-code.tsx'
import { ShownOnce } from '../../design/shown-once.tsx'

/** The address of a page that works by a token: in the fragment, which browsers keep to themselves. */
export const linkTo = (page: 'invite' | 'guest', token: string): string =>
  `${location.origin}/${page}#token=${token}`

/** A link that is seen this once: to copy, to hand to another app, to be photographed. */
export const SharedLink = ({
  link,
  title,
  lead,
  shareTitle,
  done,
  onDone,
}: {
  link: string
  title: string
  lead: string
  shareTitle: string
  done: string
  onDone: () => void
}) => {
  const { t } = useTranslation('people')
  // Not every browser hands links on.
  const canShare = 'share' in navigator
  return (
    <ShownOnce
      title={title}
      lead={lead}
      text={link}
      done={done}
      onDone={onDone}
      more={
        canShare ? (
          <Button
            variant="secondary"
            icon={Share2}
            // Closing the share sheet is an answer as well.
            onClick={() => void navigator.share({ title: shareTitle, url: link }).catch(() => null)}
          >
            {t('inviting.share')}
          </Button>
        ) : null
      }
    >
      <p className="font-mono text-sm break-all">{link}</p>
      <QrCode text={link} label={t('inviting.qr')} />
    </ShownOnce>
  )
}
