import {
  currentToasts,
  dismissToast,
  holdToast,
  releaseToast,
  subscribeToToasts,
  type Toast,
} from '@streamline/client/toasts'
import { X } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from './classes.ts'

const ToastCard = ({ toast }: { toast: Toast }) => {
  const { t } = useTranslation()
  const { id, action } = toast
  return (
    // The pointer and the focus only stop the clock; nothing here is reached by the pointer alone.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      onPointerEnter={() => holdToast(id)}
      onPointerLeave={() => releaseToast(id)}
      onFocus={() => holdToast(id)}
      onBlur={() => releaseToast(id)}
      className={classes(
        'pointer-events-auto flex w-full max-w-md animate-rise items-center gap-1 rounded-control py-1 pr-1 pl-4 shadow-float',
        toast.tone === 'danger' ? 'bg-danger text-surface' : 'bg-ink text-canvas',
      )}
    >
      <span className="min-w-0 flex-1 py-2 text-sm font-medium">{toast.text}</span>
      {action ? (
        <button
          type="button"
          className="min-h-11 shrink-0 rounded-tile px-3 text-sm font-bold text-marigold underline-offset-4 hover:underline dark:text-brand-soft"
          onClick={() => {
            dismissToast(id)
            action.run()
          }}
        >
          {action.label}
        </button>
      ) : null}
      <button
        type="button"
        aria-label={t('actions.dismiss')}
        className="inline-flex size-11 shrink-0 items-center justify-center rounded-tile opacity-80 hover:opacity-100"
        onClick={() => dismissToast(id)}
      >
        <X size={18} aria-hidden />
      </button>
    </li>
  )
}

/** Stands in the page from the start, so that screen readers hear what appears in it. */
export const ToastRegion = () => {
  const toasts = useSyncExternalStore(subscribeToToasts, currentToasts, currentToasts)
  return (
    <output
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-[calc(5.5rem+env(safe-area-inset-bottom))] z-60 wide:bottom-6"
    >
      <ul className="flex flex-col items-center gap-2 wide:items-end">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </ul>
    </output>
  )
}
