import './no-page.ts'
import {
  createClient,
  createI18n,
  createQueryClient,
  createSessionKeeper,
  type Language,
} from '@streamline/client'
import { settingsQuery } from '@streamline/client/settings'
import { createMemoryHistory } from '@tanstack/react-router'
import { renderToString } from 'react-dom/server'
import { App } from '../app/app.tsx'
import { createAppRouter } from '../app/router.tsx'

export interface Landing {
  /** Of the tab. */
  readonly title: string
  readonly description: string
  /** What stands in the page until the app takes over. */
  readonly markup: string
}

/** A stranger in front of a service that is never asked. */
const nobody = () => {
  const session = createSessionKeeper({
    refresh: () => Promise.reject(new Error('The build signs nobody in')),
    store: { read: () => Promise.resolve(null), write: () => Promise.resolve() },
    exclusively: (work) => work(),
    publish: () => {},
    onNews: () => {},
  })
  return { client: createClient({ baseUrl: 'http://localhost', session }), session, newKey: () => '' }
}

/** The first page of strangers as the app draws it. */
export const renderLanding = async (language: Language, demo: boolean): Promise<Landing> => {
  const api = nobody()
  const queries = createQueryClient()
  queries.setQueryData(settingsQuery(api.client).queryKey, { demo, version: '', issuers: [], mailbox: false })
  const texts = await createI18n(language)
  const context = { api, queries, texts }
  const router = createAppRouter(context, createMemoryHistory({ initialEntries: ['/'] }))
  await router.load()
  const markup = renderToString(<App context={context} router={router} />)
  queries.clear()
  const t = texts.getFixedT(language, ['landing', 'app'])
  return {
    title: t('app:page.title', { title: t('landing:title') }),
    description: t('landing:lead'),
    markup,
  }
}
