import {
  ApiProvider,
  createClient,
  createFormat,
  createI18n,
  createQueryClient,
  FormatProvider,
  type Household,
  HouseholdProvider,
  loadAccountTexts,
  loadDeviceTexts,
  loadLaterTexts,
  loadPhoneTexts,
} from '@streamline/client'
import type { CalendarDate } from '@streamline/domain'
import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react-native'
import type { ReactElement } from 'react'
import { I18nextProvider } from 'react-i18next'
import { SafeAreaProvider } from 'react-native-safe-area-context'
import { createPhoneSession } from '../src/features/identity/phone-session.ts'

export const today = '2026-11-30' as CalendarDate

export const household: Household = {
  id: 'home',
  name: 'Kulkarni',
  country: 'IN',
  currency: 'INR',
  timeZone: 'Asia/Kolkata',
  today,
  role: 'owner',
  memberId: 'asha',
  revision: 1,
}

/** What was asked, by method and path. */
export type Asked = {
  readonly what: string
  readonly query: string
  readonly headers: Headers
  readonly body: unknown
}

type Answers = Readonly<Record<string, unknown>>

/** A screen of somebody who is signed in, before a server that answers what the test says; answers what was asked. */
export const renderScreen = async (screen: ReactElement, answers: Answers, language: 'en' | 'hi' = 'en') => {
  const asked: Asked[] = []
  const answer = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url)
    const what = `${request.method} ${pathname}`
    const text = request.method === 'GET' ? '' : await request.clone().text()
    asked.push({
      what,
      query: search,
      headers: request.headers,
      body: text === '' ? null : (JSON.parse(text) as unknown),
    })
    // Where the same path is asked for different things, what is asked for says which.
    const known = answers[`${what} ${new URLSearchParams(search).get('state')}`] ?? answers[what]
    return known === undefined
      ? Response.json({ code: 'not-found', status: 404 }, { status: 404 })
      : Response.json(known)
  }
  const session = createPhoneSession(() => Promise.reject(new Error('Nobody refreshes here')), {
    read: () => Promise.resolve(null),
    write: () => Promise.resolve(),
  })
  const client = createClient({ baseUrl: 'https://home.example.org', session, kind: 'mobile', fetch: answer })
  const texts = await createI18n(language)
  await Promise.all(
    [loadAccountTexts, loadDeviceTexts, loadLaterTexts, loadPhoneTexts].map((load) => load(texts)),
  )
  const queries = createQueryClient()
  // Whatever is left of it would keep the test program waiting.
  queries.setDefaultOptions({
    queries: { gcTime: Infinity, retry: false },
    mutations: { gcTime: Infinity, retry: false },
  })
  const format = createFormat({ language, country: 'IN', today })
  let keys = 0
  const newKey = (): string => `key-${(keys += 1)}`
  const view = await render(
    <SafeAreaProvider
      initialMetrics={{
        frame: { x: 0, y: 0, width: 412, height: 915 },
        insets: { top: 24, left: 0, right: 0, bottom: 24 },
      }}
    >
      <I18nextProvider i18n={texts}>
        <ApiProvider value={{ client, session, newKey }}>
          <QueryClientProvider client={queries}>
            <HouseholdProvider household={household}>
              <FormatProvider value={format}>{screen}</FormatProvider>
            </HouseholdProvider>
          </QueryClientProvider>
        </ApiProvider>
      </I18nextProvider>
    </SafeAreaProvider>,
  )
  return { ...view, asked, session }
}
