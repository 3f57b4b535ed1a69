import type { ReactNode } from 'react'

/**
 * A row of Home: on a wide card all actions in one column, on a phone the action below the amount, and on the smallest below what
 * is said, so that a name has the room of a name.
 */
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
    <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 @md:grid-cols-[auto_minmax(0,1fr)_auto_auto] @md:items-center">
      {tile}
      <div className="min-w-0 text-pretty @2xs:row-span-2 @md:row-span-1">{children}</div>
      <div className="col-start-3 row-start-1 text-right">{amount}</div>
      {action === null ? null : (
        <div className="col-span-2 col-start-2 mt-1.5 @2xs:col-span-1 @2xs:col-start-3 @2xs:mt-1 @2xs:min-w-28 @md:col-start-4 @md:mt-0 @md:w-36 @max-md:[&_svg:not(.animate-spin)]:hidden @max-md:[&>*]:px-3">
          {action}
        </div>
      )}
    </div>
    {below}
  </li>
)
