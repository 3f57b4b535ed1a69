import { loadAccountTexts, loadLaterTexts } from '@streamline/client'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { payInList, stepInList } from './list-keys.ts'

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))
const KeysSheet = lazy(async () => ({ default: (await import('./keys-sheet.tsx')).KeysSheet }))

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

const isCovered = (): boolean =>
  document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null

/** What keys do on every screen: ⌘K and / search everything, j and k go through lists, p marks paid, ? tells. */
const Shortcuts = () => {
  const { i18n } = useTranslation()
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null)
  useEffect(() => {
    const show = async (what: 'palette' | 'keys'): Promise<void> => {
      await Promise.all([loadLaterTexts(i18n), loadAccountTexts(i18n)]).catch(() => null)
      setOpen(what)
    }
    const acts: Readonly<Record<string, () => void>> = {
      '/': () => void show('palette'),
      '?': () => void show('keys'),
      j: () => stepInList(1),
      k: () => stepInList(-1),
      p: payInList,
    }
    const press = (event: KeyboardEvent): void => {
      const isCommand = (event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k'
      if (!isCommand && (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target))) return
      if (event.defaultPrevented || isCovered()) return
      const act = isCommand ? acts['/'] : acts[event.key]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [i18n])
  const close = (): void => setOpen(null)
  return (
    <Suspense>
      {open === 'palette' ? <Palette open onClose={close} onKeys={() => setOpen('keys')} /> : null}
      {open === 'keys' ? <KeysSheet open onClose={close} /> : null}
    </Suspense>
  )
}

export default Shortcuts
