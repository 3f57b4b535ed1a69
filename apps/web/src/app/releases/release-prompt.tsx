import { loadDeviceTexts } from '@streamline/client'
import { Sparkles, X } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../design/button.tsx'
import { followReleases, isBehindRelease, subscribeToReleases } from './releases.ts'

/** Says that a newer version is there, and stays until it is answered: what is being typed is not taken away unasked. */
const ReleasePrompt = () => {
  const { t, i18n } = useTranslation('device')
  const isBehind = useSyncExternalStore(subscribeToReleases, isBehindRelease)
  const [isReady, setReady] = useState(false)
  const [isPutOff, putOff] = useState(false)
  useEffect(followReleases, [])
  useEffect(() => {
    if (isBehind)
      void loadDeviceTexts(i18n).then(
        () => setReady(true),
        () => null,
      )
  }, [i18n, isBehind])
  return (
    <output
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-[calc(5.5rem+env(safe-area-inset-bottom))] z-50 flex justify-center wide:bottom-6"
    >
      {isBehind && isReady && !isPutOff ? (
        <span className="pointer-events-auto flex w-full max-w-md animate-rise items-center gap-2 rounded-control border border-line bg-surface py-1.5 pr-1.5 pl-4 shadow-float">
          <Sparkles size={18} className="shrink-0 text-brand" aria-hidden />
          <span className="min-w-0 flex-1 py-1 text-sm font-medium">{t('update.text')}</span>
          <Button size="sm" onClick={() => location.reload()}>
            {t('update.reload')}
          </Button>
          <IconButton icon={X} label={t('update.later')} onClick={() => putOff(true)} />
        </span>
      ) : null}
    </output>
  )
}

export default ReleasePrompt
