import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { List } from '../../design/list-row.tsx'
import { SkeletonRows } from '../../design/skeleton.tsx'
import { useKeptFocus } from '../../design/use-kept-focus.ts'

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
  const { t } = useTranslation('account')
  const place = useKeptFocus<HTMLDivElement>(data?.length)
  if (data)
    return (
      <div ref={place} tabIndex={-1}>
        {data.length > 0 ? (
          <List>{data.map((item) => children(item))}</List>
        ) : (
          <p className="px-5 pb-5 text-muted wide:px-6">{empty}</p>
        )}
      </div>
    )
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <div className="px-5">
      <output className="sr-only">{t('loading')}</output>
      <SkeletonRows rows={2} />
    </div>
  )
}

/** One of them: what it is, since when, and how to be rid of it. What is long has the whole width. */
export const KeptRow = ({
  title,
  badge,
  lines,
  action,
  actionLabel,
  busy = false,
  onAction,
  way,
  children,
}: {
  title: ReactNode
  badge?: ReactNode
  lines: readonly ReactNode[]
  action?: string | undefined
  /** The action with what it is done to, for who hears only the button. */
  actionLabel?: string | undefined
  busy?: boolean | undefined
  onAction?: (() => void) | undefined
  /** A link in the place of the action. */
  way?: ReactNode
  /** Below the row, such as a form that changes it. */
  children?: ReactNode
}) => {
  const [first, ...others] = lines.filter(Boolean)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3 wide:px-6">
      <div className="min-w-0 flex-1 basis-32">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold">
          <span className="min-w-0 break-words">{title}</span>
          {badge}
        </p>
        <Line>{first}</Line>
      </div>
      {others.length > 0 ? (
        <div className="order-1 -mt-1 min-w-0 basis-full">
          {others.map((line, index) => (
            // Lines of one row, always in the same order.
            // oxlint-disable-next-line react/no-array-index-key
            <Line key={index}>{line}</Line>
          ))}
        </div>
      ) : null}
      {action && onAction ? (
        <Button variant="secondary" size="sm" aria-label={actionLabel} busy={busy} onClick={onAction}>
          {action}
        </Button>
      ) : null}
      {way}
      {children ? <div className="order-2 min-w-0 basis-full">{children}</div> : null}
    </li>
  )
}

const Line = ({ children }: { children: ReactNode }) => (
  <p className="text-sm break-words text-muted">{children}</p>
)
