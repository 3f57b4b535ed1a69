import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** Nothing here yet, and the one next step. */
export const Empty = ({
  icon: Icon,
  title,
  children,
  action,
}: {
  icon: LucideIcon
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}) => (
  <div className="flex flex-col items-center px-6 py-10 text-center">
    <span className="mb-4 flex size-14 items-center justify-center rounded-full bg-brand-soft text-brand">
      <Icon size={26} aria-hidden />
    </span>
    <p className="font-display text-lg font-bold">{title}</p>
    {children ? <p className="mt-1 max-w-[38ch] text-balance text-muted">{children}</p> : null}
    {action ? <div className="mt-5">{action}</div> : null}
  </div>
)
