import { Menu } from '@base-ui/react/menu'
import type { LucideIcon } from 'lucide-react'
import { classes } from './classes.ts'

export interface MenuEntry {
  label: string
  icon: LucideIcon
  danger?: boolean
  run: () => void
}

const item = classes(
  'flex min-h-11 w-full cursor-default items-center gap-3 rounded-tile px-3.5 text-left font-semibold outline-none select-none',
  'data-highlighted:bg-sunken',
)

/** What is rarely done, behind one button. Brings Base UI with it, so only lazily loaded screens may import it. */
export const ActionMenu = ({
  label,
  icon: Icon,
  entries,
  className,
}: {
  label: string
  icon: LucideIcon
  entries: readonly MenuEntry[]
  className?: string | undefined
}) => (
  <Menu.Root>
    <Menu.Trigger className={className}>
      <Icon size={18} className="shrink-0" aria-hidden />
      {label}
    </Menu.Trigger>
    <Menu.Portal>
      <Menu.Positioner align="end" sideOffset={6} className="z-40">
        <Menu.Popup className="min-w-56 rounded-control border border-line bg-surface p-1.5 text-ink shadow-float outline-none">
          {entries.map((entry) => (
            <Menu.Item
              key={entry.label}
              className={classes(item, entry.danger && 'text-danger')}
              onClick={entry.run}
            >
              <entry.icon size={18} className="shrink-0" aria-hidden />
              {entry.label}
            </Menu.Item>
          ))}
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  </Menu.Root>
)
