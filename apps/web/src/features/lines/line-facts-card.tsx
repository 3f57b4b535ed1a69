import { type LineDetail, useProblemText } from '@streamline/client'
import { useLineNumber } from '@streamline/client/lines'
import { usePeople } from '@streamline/client/households'
import { showToast } from '@streamline/client/toasts'
import { Eye, EyeOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'

const Row = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="flex items-baseline justify-between gap-4 py-2.5">
    <dt className="shrink-0 text-sm text-muted">{label}</dt>
    <dd className="min-w-0 text-right font-medium break-words">{children}</dd>
  </div>
)

/** Whose it is and which; in full only for who manages it, and only while they look. */
export const LineFactsCard = ({ line }: { line: LineDetail }) => {
  const { t } = useTranslation(['lines', 'words'])
  const problem = useProblemText()
  const { nameOf } = usePeople()
  const full = useLineNumber()
  const { id, kind, number, memberId, visibility, mayManage } = line
  const shown = full.data?.number
  const look = () => full.mutate(id, { onError: (error) => showToast(problem(error), { tone: 'danger' }) })
  return (
    <Card title={t('facts')}>
      <dl className="-my-2 divide-y divide-line/80">
        <Row label={t('number')}>
          <span className="figures" aria-live="polite">
            {shown ?? number}
          </span>
        </Row>
        <Row label={t('kind')}>{t(`words:kind.${kind}`)}</Row>
        <Row label={t('whoseIs')}>{memberId === null ? t('nobody') : nameOf(memberId)}</Row>
      </dl>
      {visibility === 'private' ? <p className="mt-3 text-sm text-muted">{t('private')}</p> : null}
      {mayManage ? (
        <Button
          variant="quiet"
          size="sm"
          icon={shown === undefined ? Eye : EyeOff}
          busy={full.isPending}
          className="mt-3 -ml-3"
          onClick={shown === undefined ? look : full.reset}
        >
          {shown === undefined ? t('show') : t('hide')}
        </Button>
      ) : null}
    </Card>
  )
}
