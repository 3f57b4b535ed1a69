import type { Kind } from '@streamline/client'
import { AppWindow, Router, Smartphone, Tv, UserRound, type LucideIcon } from 'lucide-react'

const icons: Record<Kind, LucideIcon> = {
  mobile: Smartphone,
  broadband: Router,
  tv: Tv,
  ott: UserRound,
  other: AppWindow,
}

/** What sort of number it is; the words beside it say the same. */
export const LineTile = ({ kind }: { kind: Kind }) => {
  const Icon = icons[kind]
  return (
    <span className="flex size-11 shrink-0 items-center justify-center rounded-tile bg-brand-soft text-brand">
      <Icon size={22} aria-hidden />
    </span>
  )
}
