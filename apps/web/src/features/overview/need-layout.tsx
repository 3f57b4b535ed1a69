import type { ReactNode } from 'react'

/**
 * A row of Home. On a phone the name stands beside the amount and what is said of it beside the action, on a wide card all amounts
 * and actions have a column; on the smallest phone the action stands below, so that a name has the room of a name.
 */
export const NeedLayout = ({
  tile,
  title,
  children,
  amount,
  action,
  below,
}: {
  tile: ReactNode
  title: ReactNode
  /** What is to be said of it. */
  children: ReactNode
  amount: ReactNode
  action: ReactNode
  /** What opens beneath the row. */
  below?: ReactNode
}) => (
  <li className="@container px-5 py-2.5 wide:px-6 wide:py-3">
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 @md:grid-cols-[auto_minmax(0,1fr)_auto_auto]">
      <div className="row-span-2 @md:self-center">{tile}</div>
      <div className="col-start-2 flex items-baseline justify-between gap-3 @md:contents">
        <div className="min-w-0 flex-1 @md:col-start-2 @md:row-start-1 @md:self-end">{title}</div>
        <div className="shrink-0 text-right @md:col-start-3 @md:row-span-2 @md:row-start-1 @md:self-center">
          {amount}
        </div>
      </div>
      <div className="col-start-2 flex flex-wrap items-start justify-between gap-x-3 @md:contents">
        <div className="min-w-0 flex-1 basis-26 text-pretty @md:col-start-2 @md:row-start-2">{children}</div>
        {action === null ? null : (
          <div className="ml-auto min-w-28 @md:col-start-4 @md:row-span-2 @md:row-start-1 @md:w-36 @md:self-center @max-md:[&_svg:not(.animate-spin)]:hidden @max-md:[&>*]:px-3">
            {action}
          </div>
        )}
      </div>
    </div>
    {below}
  </li>
)
