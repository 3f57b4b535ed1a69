import type { ReactNode } from 'react'

/** A row of Home: on a phone the action below the amount, on a wide card all actions in one column. */
export const NeedLayout = ({
  tile,
  children,
  amount,
  action,
  below,
}: {
  tile: ReactNode
  /** The name, and what is to be said of it. */
  children: ReactNode
  amount: ReactNode
  action: ReactNode
  /** What opens beneath the row. */
  below?: ReactNode
}) => (
  <li className="@container px-5 py-3 wide:px-6">
    <div className="flex items-start gap-3 @md:items-center">
      {tile}
      <div className="min-w-0 flex-1">{children}</div>
      <div className="flex shrink-0 flex-col items-end gap-1 @md:flex-row @md:items-center @md:gap-4">
        {amount}
        {action === null ? null : <div className="min-w-32 @md:w-36">{action}</div>}
      </div>
    </div>
    {below}
  </li>
)
