/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- a native list cannot show where an entry
   belongs; keys are the field's, which names the option they are on */
import { Dialog } from '@base-ui/react/dialog'
import { CornerDownLeft, Search } from 'lucide-react'
import { useId, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from '../../design/classes.ts'
import { found, type Entry } from './found.ts'
import { useEntries } from './use-entries.ts'

const Option = ({
  entry,
  id,
  isChosen,
  onChoose,
}: {
  entry: Entry
  id: string
  isChosen: boolean
  onChoose: () => void
}) => {
  const { t } = useTranslation('palette')
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      ref={(option) => {
        if (isChosen) option?.scrollIntoView({ block: 'nearest' })
      }}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
      className={classes(
        'flex min-h-11 cursor-default items-center gap-3 rounded-tile px-3.5',
        isChosen ? 'bg-brand-soft text-brand' : 'hover:bg-sunken',
      )}
    >
      <span className="min-w-0 flex-1 truncate">
        <span className="font-semibold">{entry.label}</span>
        {entry.about ? <span className="ml-2 text-sm text-muted">{entry.about}</span> : null}
      </span>
      {isChosen ? (
        <CornerDownLeft size={16} className="shrink-0" aria-hidden />
      ) : (
        <span className="shrink-0 text-xs text-faint">{t(`section.${entry.section}`)}</span>
      )}
    </div>
  )
}

/** Type a few letters, press Enter: every screen, subscription and action. */
export const Palette = ({
  open,
  onClose,
  onKeys,
}: {
  open: boolean
  onClose: () => void
  onKeys: () => void
}) => {
  const { t } = useTranslation('palette')
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const entries = found(useEntries(onKeys), typed)
  const chosen = entries[Math.min(at, entries.length - 1)]
  const optionId = (entry: Entry): string => `${list}-${entry.id}`
  const run = (entry: Entry | undefined): void => {
    if (entry === undefined) return
    onClose()
    entry.run()
  }
  const step = (by: number): void =>
    setAt((now) => (Math.min(now, entries.length - 1) + by + entries.length) % entries.length)
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') step(1)
    else if (event.key === 'ArrowUp') step(-1)
    else if (event.key === 'Enter') run(chosen)
    else return
    event.preventDefault()
  }
  return (
    <Dialog.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-scrim" />
        <Dialog.Popup className="fixed inset-x-3 top-[12dvh] z-50 mx-auto flex max-h-[70dvh] max-w-xl flex-col rounded-card bg-surface text-ink shadow-float outline-none">
          <Dialog.Title className="sr-only">{t('title')}</Dialog.Title>
          <label className="flex items-center gap-3 border-b border-line px-5">
            <Search size={18} className="shrink-0 text-faint" aria-hidden />
            <input
              role="combobox"
              aria-expanded
              aria-controls={list}
              aria-activedescendant={chosen ? optionId(chosen) : undefined}
              aria-label={t('search')}
              placeholder={t('search')}
              autoComplete="off"
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value)
                setAt(0)
              }}
              onKeyDown={press}
              className="min-h-14 min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-faint"
            />
          </label>
          {entries.length === 0 ? <p className="px-5 py-6 text-muted">{t('nothing')}</p> : null}
          <div
            id={list}
            role="listbox"
            aria-label={t('title')}
            className="min-h-0 overflow-y-auto p-2 empty:hidden"
          >
            {entries.map((entry) => (
              <Option
                key={entry.id}
                id={optionId(entry)}
                entry={entry}
                isChosen={entry === chosen}
                onChoose={() => run(entry)}
              />
            ))}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
