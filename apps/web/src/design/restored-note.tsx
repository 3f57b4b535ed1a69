import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

/** Says that a form holds what was typed before, and begins afresh. */
export const RestoredNote = ({ onStartOver }: { onStartOver: () => void }) => {
  const { t } = useTranslation('subscriptions')
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 rounded-control bg-brand-soft py-1 pr-1 pl-4">
      <p className="flex min-w-0 items-center gap-2.5 text-sm font-medium">
        <History size={17} className="shrink-0 text-brand" aria-hidden />
        {t('kept.again')}
      </p>
      <Button variant="quiet" size="sm" onClick={onStartOver}>
        {t('kept.startOver')}
      </Button>
    </div>
  )
}
