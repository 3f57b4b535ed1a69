import type { AuditEntry } from '@streamline/client'
import { History } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { MoreButton, type Paged } from '../../design/more-button.tsx'
import { List } from '../../design/list-row.tsx'
import { SkeletonRows } from '../../design/skeleton.tsx'

interface Pages extends Paged {
  data: { pages: { items: AuditEntry[] }[] } | undefined
  error: unknown
  refetch: () => unknown
}

/** A log, the newest first, a page at a time. */
export const AuditList = ({
  list,
  empty,
  emptyText,
  children,
}: {
  list: Pages
  empty: string
  /** The next step, where there is one. */
  emptyText?: string
  children: (entry: AuditEntry) => ReactNode
}) => {
  const { t } = useTranslation('account')
  const entries = list.data?.pages.flatMap(({ items }) => items)
  const body = () => {
    if (entries && entries.length > 0) return <List>{entries.map((entry) => children(entry))}</List>
    if (entries)
      return (
        <Empty icon={History} title={empty}>
          {emptyText}
        </Empty>
      )
    if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
    return (
      <div className="px-5">
        <output className="sr-only">{t('loading')}</output>
        <SkeletonRows rows={6} />
      </div>
    )
  }
  return (
    <div className="space-y-4">
      <Card flush className="overflow-hidden">
        {body()}
      </Card>
      <MoreButton list={list} centered="alone" />
    </div>
  )
}
