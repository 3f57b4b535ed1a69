import { problemOf, useProblemText } from '@streamline/client'
import { CloudOff, LockKeyhole, RotateCw, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

const pictures = {
  offline: CloudOff,
  unavailable: CloudOff,
  forbidden: LockKeyhole,
  'not-found': LockKeyhole,
} as const

/** A part of the screen could not be loaded: what happened, and one way on. */
export const ErrorState = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const { t } = useTranslation()
  const text = useProblemText()
  const { code, requestId } = problemOf(error)
  const Icon = code in pictures ? pictures[code as keyof typeof pictures] : TriangleAlert
  return (
    <div role="alert" className="flex flex-col items-center px-6 py-10 text-center">
      <span className="mb-4 flex size-14 items-center justify-center rounded-full bg-warn-soft text-warn">
        <Icon size={26} aria-hidden />
      </span>
      <p className="max-w-[40ch] font-semibold">{text(error)}</p>
      {requestId ? <p className="figures mt-1 text-xs break-all text-faint">{requestId}</p> : null}
      {onRetry ? (
        <Button variant="secondary" icon={RotateCw} onClick={onRetry} className="mt-5">
          {t('actions.retry')}
        </Button>
      ) : null}
    </div>
  )
}

/** The same in one line, inside a form: nothing was saved, and why. */
export const FormError = ({ error }: { error: unknown }) => {
  const text = useProblemText()
  return error ? (
    <p
      role="alert"
      className="flex gap-2.5 rounded-control bg-danger-soft px-4 py-3 text-sm font-medium text-danger"
    >
      <TriangleAlert size={18} className="mt-px shrink-0" aria-hidden />
      <span>{text(error)}</span>
    </p>
  ) : null
}
