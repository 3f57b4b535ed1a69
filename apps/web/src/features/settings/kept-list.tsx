import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { List } from '../../design/list-row.tsx'
import { SkeletonRows } from '../../design/skeleton.tsx'

/** Things kept with an account, whether they are there yet or not. */
export const KeptList = <Item,>({
  list: { data, error, refetch },
  empty,
  children,
}: {
  list: { data: Item[] | undefined; error: unknown; refetch: () => unknown }
  empty: ReactNode
  children: (item: Item) => ReactNode
}) => {
  const { t } = useTranslation('security')
  if (data && data.length > 0) return <List>{data.map((item) => children(item))}</List>
  if (data) return <p className="px-5 pb-5 text-muted wide:px-6">{empty}</p>
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <div className="px-5">
      <output className="sr-only">{t('loading')}</output>
      <SkeletonRows rows={2} />
    </div>
  )
}

/** One of them: what it is, since when, and how to be rid of it. */
export const KeptRow = ({
  title,
  badge,
  lines,
  action,
  actionLabel,
  busy = false,
  onAction,
}: {
  title: ReactNode
  badge?: ReactNode
  lines: readonly ReactNode[]
  action?: string | undefined
  /** The action with what it is done to, for who hears only the button. */
  actionLabel?: string | undefined
  busy?: boolean | undefined
  onAction?: (() => void) | undefined
}) => (
  <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3 wide:px-6">
    <div className="min-w-0 flex-1 basis-48">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold">
        <span className="min-w-0 break-words">{title}</span>
        {badge}
      </p>
      {lines.filter(Boolean).map((line, index) => (
        // Lines of one row, always in the same order.
        // oxlint-disable-next-line react/no-array-index-key
        <p key={index} className="text-sm break-words text-muted">
          {line}
        </p>
      ))}
    </div>
    {action && onAction ? (
      <Button variant="secondary" size="sm" aria-label={actionLabel} busy={busy} onClick={onAction}>
        {action}
      </Button>
    ) : null}
  </li>
)
