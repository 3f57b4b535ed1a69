import { Sparkles } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../design/button.tsx'
import { useLeave } from '../features/identity/sign-out.ts'

export const DemoBanner = () => {
  const { t } = useTranslation()
  const { leave, busy } = useLeave()
  return (
    <aside className="flex items-center justify-between gap-x-2 bg-brand-soft py-0.5 pr-2 pl-4 text-sm wide:py-1.5 wide:pl-8">
      <p className="flex min-w-0 items-center gap-2 font-medium" title={t('demoNote')}>
        <Sparkles size={16} className="shrink-0 text-brand" aria-hidden />
        <span className="min-w-0 sm:truncate">
          <span className="max-sm:hidden">{t('demoNote')}</span>
          <span className="sm:hidden">{t('demoShort')}</span>
        </span>
      </p>
      <Button
        variant="quiet"
        size="sm"
        busy={busy}
        onClick={() => leave('/register')}
        className="underline underline-offset-4"
      >
        {t('demoKeep')}
      </Button>
    </aside>
  )
}
