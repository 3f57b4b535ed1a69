import { loadLaterTexts, type Overview, useFormat, useProblemText } from '@streamline/client'
import { draftOfDenial } from '@streamline/client/billing'
import { usePeople } from '@streamline/client/households'
import { showToast } from '@streamline/client/toasts'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BrandTile } from '../../design/brand-tile.tsx'
import { Button } from '../../design/button.tsx'
import { useKeptDrafts } from '../../design/kept-drafts.ts'
import { Money } from '../../design/money.tsx'

/** Most debits went through: the form is fetched by who says otherwise. */
const loadForm = () => import('../billing/deny-form.tsx')
const DenyForm = lazy(async () => ({ default: (await loadForm()).DenyForm }))

type Debit = NonNullable<Overview['assumed']>['debits'][number]

/** One debit that was taken as paid: it went through, or it was otherwise. */
export const AssumedRow = ({ debit, busy, onFine }: { debit: Debit; busy: boolean; onFine: () => void }) => {
  const { t, i18n } = useTranslation('overview')
  const problemText = useProblemText()
  const format = useFormat()
  const { several, nameOf } = usePeople()
  const [denying, setDenying] = useState(false)
  const { paymentId: id, name, providerId, brandColor, look, on, amount, memberId: paidBy } = debit
  const date = format.shortDate(on)
  const about = `${name}, ${date}`
  /** The form and what it says come with the screens of money, which nobody may have opened yet. */
  const toggle = async (): Promise<void> => {
    try {
      if (!denying) await Promise.all([loadLaterTexts(i18n), loadForm()])
      setDenying(!denying)
    } catch (error) {
      showToast(problemText(error), { tone: 'danger' })
    }
  }
  const isKept = useKeptDrafts().includes(draftOfDenial(id))
  useEffect(() => {
    if (isKept)
      void Promise.all([loadLaterTexts(i18n), loadForm()]).then(
        () => setDenying(true),
        () => null,
      )
  }, [isKept, i18n])
  return (
    <li className="space-y-3 px-5 py-3.5 wide:px-6">
      <div className="flex flex-wrap items-center gap-3">
        <BrandTile name={providerId ?? name} color={brandColor} look={look} />
        <span className="min-w-0 flex-1">
          <span className="line-clamp-5 font-semibold break-words">{name}</span>
          <span className="block text-sm text-muted">
            {several && paidBy !== null ? t('assumed.paidBy', { date, name: nameOf(paidBy) }) : date}
          </span>
        </span>
        <Money value={amount} />
        <div className="flex w-full flex-wrap gap-2 max-[23rem]:[&_button]:px-3 min-[23rem]:pl-14 wide:w-auto wide:pl-1">
          <Button
            size="sm"
            variant="soft"
            busy={busy}
            aria-label={`${t('assumed.fineOne')}: ${about}`}
            onClick={onFine}
          >
            {t('assumed.fineOne')}
          </Button>
          <Button
            size="sm"
            variant="quiet"
            aria-expanded={denying}
            aria-label={`${t('assumed.wrong')}: ${about}`}
            onClick={() => void toggle()}
          >
            {t('assumed.wrong')}
          </Button>
        </div>
      </div>
      {denying ? (
        <Suspense>
          <DenyForm debit={{ id, name, amount, paidBy }} onDone={() => setDenying(false)} />
        </Suspense>
      ) : null}
    </li>
  )
}
