import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from './classes.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { SheetTyping, useSheetLeaving } from './use-sheet-leaving.ts'

/**
 * A task on top of the screen: rises from below on a phone, stands in the middle on a wide window. Brings Base UI
 * with it, so only lazily loaded screens may import it.
 */
export const Sheet = ({
  open,
  onClose,
  title,
  lead,
  footer,
  children,
}: {
  open: boolean
  onClose: () => void
  title: ReactNode
  lead?: ReactNode
  /** Stays in sight while the content scrolls: the buttons. */
  footer?: ReactNode
  children: ReactNode
}) => {
  const { t } = useTranslation()
  const { leave, typing, onInput, question } = useSheetLeaving(open, onClose)
  return (
    <Dialog.Root open={open} onOpenChange={(next) => (next ? undefined : leave())}>
      <Dialog.Portal>
        <Dialog.Backdrop
          forceRender
          className="fixed inset-0 z-50 bg-scrim transition-opacity duration-180 data-ending-style:opacity-0 data-starting-style:opacity-0"
        />
        <Dialog.Popup
          onInput={onInput}
          className={classes(
            'fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] flex-col rounded-t-card bg-surface text-ink shadow-float outline-none',
            'transition-[transform,opacity] duration-180 ease-out data-ending-style:translate-y-full data-starting-style:translate-y-full',
            'wide:inset-x-auto wide:top-1/2 wide:bottom-auto wide:left-1/2 wide:w-[32rem] wide:max-w-[calc(100vw-4rem)] wide:-translate-x-1/2 wide:-translate-y-1/2 wide:rounded-card',
            'wide:data-ending-style:-translate-y-[calc(50%-0.5rem)] wide:data-ending-style:opacity-0 wide:data-starting-style:-translate-y-[calc(50%-0.5rem)] wide:data-starting-style:opacity-0',
          )}
        >
          <div className="flex items-start justify-between gap-3 pt-4 pr-3 pl-5 wide:pl-6">
            <div className="min-w-0 pt-1.5">
              <Dialog.Title className="text-lg font-bold tracking-tight break-words">{title}</Dialog.Title>
              {lead ? (
                <Dialog.Description className="mt-0.5 text-sm text-muted">{lead}</Dialog.Description>
              ) : null}
            </div>
            <Dialog.Close
              aria-label={t('actions.close')}
              className="inline-flex size-11 shrink-0 items-center justify-center rounded-control text-muted hover:bg-sunken hover:text-ink"
            >
              <X size={20} aria-hidden />
            </Dialog.Close>
          </div>
          <div className="min-h-0 flex-1 scroll-pb-24 overflow-y-auto overscroll-contain px-5 pt-4 pb-5 wide:px-6">
            <SheetTyping value={typing}>{children}</SheetTyping>
          </div>
          {footer ? (
            <div className="flex flex-wrap justify-end gap-3 border-t border-line px-5 pt-4 pb-[calc(1rem+env(safe-area-inset-bottom))] wide:px-6">
              {footer}
            </div>
          ) : null}
        </Dialog.Popup>
      </Dialog.Portal>
      <ConfirmDialog
        open={question.open}
        onOpenChange={question.onOpenChange}
        title={t('dropping.title')}
        confirmLabel={t('dropping.drop')}
        cancelLabel={t('dropping.keep')}
        danger
        onConfirm={question.onDrop}
      >
        {t('dropping.text')}
      </ConfirmDialog>
    </Dialog.Root>
  )
}
