import { useNeedChoices, type Needs, type SavingsResult } from '@streamline/client/savings'
import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { SkeletonRows } from '../../design/skeleton.tsx'
import { NeedsList } from './needs-list.tsx'
import { NeedsSheet } from './needs-sheet.tsx'

/** What the household wants to go on having, and the way to change it. */
export const NeedsCard = ({
  result: { needs, costs },
  isEdited,
  busy,
  onNeeds,
}: {
  result: SavingsResult
  isEdited: boolean
  busy: boolean
  onNeeds: (needs: Needs | null) => void
}) => {
  const { t } = useTranslation('savings')
  const { data: choices, error, refetch } = useNeedChoices()
  const [open, setOpen] = useState(false)
  return (
    <Card title={t('needs.title')}>
      {choices === undefined ? (
        error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <SkeletonRows rows={2} />
        )
      ) : (
        <>
          {costs.length === 0 ? null : (
            <p className="-mt-2 mb-3 text-sm text-muted">{t('needs.costsLead')}</p>
          )}
          <NeedsList needs={needs} costs={costs} choices={choices} />
          <div className="mt-4 flex flex-wrap gap-3">
            <Button
              variant="secondary"
              size="sm"
              icon={SlidersHorizontal}
              disabled={busy}
              onClick={() => setOpen(true)}
            >
              {t('needs.change')}
            </Button>
            {isEdited ? (
              <Button variant="quiet" size="sm" disabled={busy} onClick={() => onNeeds(null)}>
                {t('needs.reset')}
              </Button>
            ) : null}
          </div>
          <NeedsSheet
            open={open}
            needs={needs}
            choices={choices}
            onClose={() => setOpen(false)}
            onNeeds={onNeeds}
          />
        </>
      )}
    </Card>
  )
}
