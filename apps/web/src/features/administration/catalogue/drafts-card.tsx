import { itemsOf, type PlanDraft, useFormat, useIntervalText, useProblemText } from '@streamline/client'
import { useDiscardDraft, useDrafts, usePublishDraft } from '@streamline/client/administration'
import { showToast } from '@streamline/client/toasts'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../../design/badge.tsx'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { ErrorState } from '../../../design/error-state.tsx'
import { List, ListRow } from '../../../design/list-row.tsx'
import { MoreButton } from '../../../design/more-button.tsx'
import { SkeletonRows } from '../../../design/skeleton.tsx'

const DraftRow = ({ draft, onEdit }: { draft: PlanDraft; onEdit: (draft: PlanDraft) => void }) => {
  const { t } = useTranslation('administration')
  const format = useFormat()
  const interval = useIntervalText()
  const problemText = useProblemText()
  const publish = usePublishDraft()
  const discard = useDiscardDraft()
  const { id, name, providerName, price, isNew } = draft
  const done = (text: 'catalogue.published' | 'catalogue.discarded') => ({
    onSuccess: () => showToast(t(text, { name })),
    onError: (error: unknown) => showToast(problemText(error), { tone: 'danger' as const }),
  })
  return (
    <ListRow
      title={name}
      subtitle={`${providerName} · ${format.money(price)} · ${interval(draft.interval)}`}
      trailing={isNew ? <Badge tone="brand">{t('catalogue.isNew')}</Badge> : null}
      actions={
        <>
          <Button
            size="sm"
            busy={publish.isPending}
            aria-label={`${t('catalogue.publish')}: ${name}`}
            onClick={() => publish.mutate({ id }, done('catalogue.published'))}
          >
            {t('catalogue.publish')}
          </Button>
          <Button
            size="sm"
            variant="secondary"
            aria-label={`${t('catalogue.edit')}: ${name}`}
            onClick={() => onEdit(draft)}
          >
            {t('catalogue.edit')}
          </Button>
          <Button
            size="sm"
            variant="secondary"
            busy={discard.isPending}
            aria-label={`${t('catalogue.discard')}: ${name}`}
            onClick={() => discard.mutate({ id }, done('catalogue.discarded'))}
          >
            {t('catalogue.discard')}
          </Button>
        </>
      }
    />
  )
}

/** Plans that editors prepare. */
export const DraftsCard = ({ onEdit, onNew }: { onEdit: (draft: PlanDraft) => void; onNew: () => void }) => {
  const { t } = useTranslation('administration')
  const list = useDrafts()
  const drafts = itemsOf(list.data)
  return (
    <Card
      title={t('catalogue.drafts')}
      flush={drafts.length > 0}
      className="overflow-hidden"
      aside={
        <Button size="sm" variant="soft" icon={Plus} onClick={onNew}>
          {t('catalogue.newPlan')}
        </Button>
      }
    >
      {list.error && !list.data ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <SkeletonRows rows={2} />
      ) : drafts.length === 0 ? (
        <p className="text-muted">{t('catalogue.noDrafts')}</p>
      ) : (
        <>
          <List>
            {drafts.map((draft) => (
              <DraftRow key={draft.id} draft={draft} onEdit={onEdit} />
            ))}
          </List>
          <MoreButton list={list} />
        </>
      )}
    </Card>
  )
}
