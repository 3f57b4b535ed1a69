import { loadDeviceTexts, useApi, useSessionState } from '@streamline/client'
import { useQueryClient } from '@tanstack/react-query'
import { CloudUpload, TriangleAlert } from 'lucide-react'
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { classes } from '../../design/classes.ts'
import { keepAnswers } from './kept-answers.ts'
import { outboxOf, sendWaiting } from './keeping.ts'
import { isOutOfReach, subscribeToReach } from './reach.ts'
import { subscribeToActs, waitingActs } from './waiting-acts.ts'

const WaitingList = lazy(() => import('./waiting-list.tsx'))

/** Somebody may answer again although no event says so. */
const AGAIN_MS = 20_000

/** Keeps what is on screen for later, and sends what waits as soon as somebody answers. */
const useKeeping = (waiting: number): void => {
  const api = useApi()
  const { i18n } = useTranslation()
  const queries = useQueryClient()
  const isSignedIn = useSessionState() === 'signedIn'
  const isAway = useSyncExternalStore(subscribeToReach, isOutOfReach)
  useEffect(() => (isSignedIn ? keepAnswers(queries) : undefined), [isSignedIn, queries])
  useEffect(() => void outboxOf({ api, queries }), [api, queries])
  useEffect(() => {
    // Who opened the app while nobody answered finds out whether somebody does.
    const ask = (): void =>
      void (
        waiting > 0
          ? sendWaiting({ api, queries, texts: i18n })
          : api.session.start().then(() => queries.invalidateQueries({ type: 'active' }))
      ).catch(() => null)
    if (waiting === 0 && !isAway && isSignedIn) return
    if (!isAway) ask()
    const timer = setInterval(ask, AGAIN_MS)
    addEventListener('online', ask)
    return () => {
      clearInterval(timer)
      removeEventListener('online', ask)
    }
  }, [api, i18n, queries, isAway, isSignedIn, waiting])
}

/** A line above the screen as long as something was entered that has not arrived. */
const Kept = () => {
  const { t, i18n } = useTranslation('device')
  const acts = useSyncExternalStore(subscribeToActs, waitingActs)
  const [isReady, setReady] = useState(false)
  const [isOpen, open] = useState(false)
  const undecided = acts.filter(({ state }) => state !== 'waiting').length
  const isBad = undecided > 0
  useKeeping(acts.length - undecided)
  useEffect(() => {
    if (acts.length > 0)
      void loadDeviceTexts(i18n).then(
        () => setReady(true),
        () => null,
      )
  }, [acts.length, i18n])
  if (!isReady || (acts.length === 0 && !isOpen)) return null
  const Icon = isBad ? TriangleAlert : CloudUpload
  return (
    <>
      {acts.length === 0 ? null : (
        <aside
          aria-label={t('kept.title')}
          className={classes(
            'flex items-center justify-between gap-x-2 py-0.5 pr-2 pl-4 text-sm font-medium wide:py-1.5 wide:pl-8',
            isBad ? 'bg-danger-soft text-danger' : 'bg-brand-soft text-ink',
          )}
        >
          <p className="flex min-w-0 items-center gap-2">
            <Icon size={16} className="shrink-0" aria-hidden />
            <span className="min-w-0">
              {isBad ? t('kept.refused', { count: undecided }) : t('kept.waiting', { count: acts.length })}
            </span>
          </p>
          <Button
            variant="quiet"
            size="sm"
            onClick={() => open(true)}
            className="underline underline-offset-4"
          >
            {t('kept.show')}
          </Button>
        </aside>
      )}
      <Suspense>
        {isOpen ? <WaitingList open={acts.length > 0} acts={acts} onClose={() => open(false)} /> : null}
      </Suspense>
    </>
  )
}

export default Kept
