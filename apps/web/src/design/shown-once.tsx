import { showToast } from '@streamline/client/toasts'
import { Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { focusFirst } from './focus-first.ts'

/** Puts a text on the clipboard and says so. */
export const CopyButton = ({ text }: { text: string }) => {
  const { t } = useTranslation('account')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      showToast(t('copied'))
    } catch {
      showToast(t('notCopied'), { tone: 'danger' })
    }
  }
  return (
    <Button variant="secondary" icon={Copy} onClick={() => void copy()}>
      {t('copy')}
    </Button>
  )
}

/** A secret that is never shown again: it stays until the person says that it is kept. */
export const ShownOnce = ({
  title,
  lead,
  text,
  done,
  onDone,
  more,
  children,
}: {
  title: string
  lead: string
  text: string
  done: string
  onDone: () => void
  more?: ReactNode
  children: ReactNode
}) => (
  <div className="space-y-4 rounded-control border border-brand/60 bg-brand-soft p-4">
    <div>
      <h3 ref={focusFirst} tabIndex={-1} className="font-bold outline-none">
        {title}
      </h3>
      <p className="mt-1 text-sm text-muted">{lead}</p>
    </div>
    {children}
    <div className="flex flex-wrap gap-2 print:hidden">
      <CopyButton text={text} />
      {more}
      <Button onClick={onDone}>{done}</Button>
    </div>
  </div>
)
