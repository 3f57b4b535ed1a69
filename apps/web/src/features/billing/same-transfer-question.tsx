import { type ProblemError, useFormat, useProblemText } from '@streamline/client'
import { useConfirmSettlement } from '@streamline/client/billing'
import { usePeople } from '@streamline/client/households'
import { showToast } from '@streamline/client/toasts'
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
  const format = useFormat()
  const problem = useProblemText()
  const { isYou } = usePeople()
  const confirm = useConfirmSettlement()
  const amount = format.money(known.amount)
  const values = { amount, name: known.recordedByName, date: format.date(known.settledOn) }
  const same = () => {
    if (!known.mayConfirm) {
      onSame()
      showToast(t('settle.same.kept'))
      return
    }
    confirm.mutate(
      { id: known.id },
      {
        onSuccess: () => {
          onSame()
          showToast(t('settle.confirmed', { from, amount }))
        },
        onError: (error) => showToast(problem(error), { tone: 'danger' }),
      },
    )
  }
  return (
    <div role="alert" className="space-y-3 rounded-control bg-warn-soft p-4">
      <p className="font-semibold break-words">
        {t(isYou(known.recordedBy) ? 'settle.same.titleYou' : 'settle.same.title', values)}
      </p>
      <p className="text-sm text-muted">{t('settle.same.text')}</p>
      <div className="flex flex-wrap gap-2">
        <Button busy={confirm.isPending} onClick={same}>
          {t('settle.same.yes')}
        </Button>
        <Button variant="secondary" busy={busy} onClick={onAnother}>
          {t('settle.same.no')}
        </Button>
      </div>
    </div>
  )
}
