import type { ProblemError } from '@streamline/client'
import { useSameTransfer } from '@streamline/client/billing'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'

/** One transfer that both sides write down counts once: asks whether it is the one that is recorded already. */
export const SameTransferQuestion = ({
  known,
  from,
  busy,
  onSame,
  onAnother,
}: {
  known: NonNullable<ProblemError['likelyTransfer']>
  /** Who gave it, for the word that it arrived. */
  from: string
  busy: boolean
  onSame: () => void
  onAnother: () => void
}) => {
  const { t } = useTranslation('billing')
  const question = useSameTransfer(known, { from, onSame })
  return (
    <div role="alert" className="space-y-3 rounded-control bg-warn-soft p-4">
      <p className="font-semibold break-words">{question.title}</p>
      <p className="text-sm text-muted">{t('settle.same.text')}</p>
      <div className="flex flex-wrap gap-2">
        <Button busy={question.busy} onClick={question.same}>
          {t('settle.same.yes')}
        </Button>
        <Button variant="secondary" busy={busy} onClick={onAnother}>
          {t('settle.same.no')}
        </Button>
      </div>
    </div>
  )
}
