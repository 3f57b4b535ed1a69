import { ApiProvider } from '@streamline/client'
import { QueryClientProvider } from '@tanstack/react-query'
import { StatusBar } from 'expo-status-bar'
import { useEffect, useState, type ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { SafeAreaProvider } from 'react-native-safe-area-context'
import { useUniwind } from 'uniwind'
import { writeStored } from '../design/stored.ts'
import { ToastRegion } from '../design/toast-region.tsx'
import { forgetAnswers, keepAnswers } from '../features/kept/kept-answers.ts'
import { KeptContext } from '../features/kept/kept-context.ts'
import { LockGate } from '../features/lock/lock-gate.tsx'
import { forgetReminders } from '../features/notifications/plan-reminders.ts'
import { forgetTold } from '../features/notifications/told.ts'
import { ServerScreen } from '../features/server/server.screen.tsx'
import { ServerContext } from '../features/server/use-server.ts'
import { applyTheme } from '../features/settings/appearance.ts'
import { refreshWidget } from '../features/widget/refresh-widget'
import { widgetContent } from '../features/widget/widget-content.ts'
import { replaceStarted, startOnce } from './at-hand.ts'
import { open, type Started } from './start.ts'

/** What is on screen is kept as it changes, and forgotten with the session. */
const useKeeping = (started: Started | null): void => {
  useEffect(() => {
    if (started === null || started.connection === null) return
    const { connection, texts } = started
    const { queries, server, api } = connection
    const stop = keepAnswers(queries, server)
    let before = api.session.state()
    const unsubscribe = api.session.subscribe(() => {
      const now = api.session.state()
      if (now === 'signedOut' && before !== 'signedOut') {
        void forgetAnswers(queries)
          .then(() => refreshWidget(() => widgetContent(queries, texts, Date.now())))
          .catch(() => null)
        void forgetReminders().catch(() => null)
        void forgetTold().catch(() => null)
      }
      before = now
    })
    return () => {
      stop()
      unsubscribe()
    }
  }, [started])
}

/** Around every screen: the words, the theme, the server, what is said. Nothing is drawn before it is known what to draw. */
export const Shell = ({ children, onReady }: { children: ReactNode; onReady: () => void }) => {
  const [started, setStarted] = useState<Started | null>(null)
  const { theme } = useUniwind()
  useEffect(() => {
    const begin = async (): Promise<void> => {
      const ready = await startOnce()
      applyTheme()
      setStarted(ready)
      onReady()
    }
    void begin()
  }, [onReady])
  useKeeping(started)
  if (started === null) return null
  const { texts, connection } = started
  const change = async (address: string): Promise<void> => {
    writeStored('server', address)
    writeStored('household', null)
    const next = { texts, connection: await open(address, texts) }
    replaceStarted(next)
    setStarted(next)
  }
  return (
    <SafeAreaProvider>
      <StatusBar style={theme === 'dark' ? 'light' : 'dark'} />
      <I18nextProvider i18n={texts}>
        {connection === null ? (
          <ServerScreen onChosen={change} />
        ) : (
          <ServerContext value={{ address: connection.server, change }}>
            <ApiProvider value={connection.api}>
              <QueryClientProvider key={connection.server} client={connection.queries}>
                <KeptContext value={connection.kept}>
                  <LockGate>{children}</LockGate>
                  <ToastRegion />
                </KeptContext>
              </QueryClientProvider>
            </ApiProvider>
          </ServerContext>
        )}
      </I18nextProvider>
    </SafeAreaProvider>
  )
}
