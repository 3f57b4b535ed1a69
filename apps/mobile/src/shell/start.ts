import {
  createI18n,
  type Language,
  loadAccountTexts,
  loadDeviceTexts,
  loadLandingTexts,
  loadLaterTexts,
  loadPhoneTexts,
} from '@streamline/client'
import { meQuery } from '@streamline/client/identity'
import { getLocales } from 'expo-localization'
import type { i18n } from 'i18next'
import { loadStored, readStored } from '../design/stored.ts'
import { restoreAnswers } from '../features/kept/kept-answers.ts'
import { givenServer } from '../features/server/given-server'
import { connect, type Connection } from './connection.ts'

export interface Started {
  readonly texts: i18n
  /** Null until a server is chosen. */
  readonly connection: Connection | null
}

/** Chosen here before, else what the device speaks. */
const firstLanguage = (): Language => {
  const chosen = readStored('language') ?? getLocales()[0]?.languageCode
  return chosen === 'hi' ? 'hi' : 'en'
}

/**
 * Everything the first screen needs, and no more: who was here last sees at once what they saw, while the server is asked; else who is
 * signed in is found out first. A server that does not answer signs nobody out.
 */
export const open = async (server: string, texts: i18n): Promise<Connection> => {
  const connection = connect(server, texts)
  const { api, queries } = connection
  if (await restoreAnswers(queries, server)) {
    void api.session.start().catch(() => null)
    return connection
  }
  const state = await api.session.start().catch(() => 'unknown')
  if (state === 'signedIn') await queries.prefetchQuery({ ...meQuery(api.client), retry: false })
  return connection
}

export const start = async (): Promise<Started> => {
  await loadStored()
  const texts = await createI18n(firstLanguage())
  const load = [loadAccountTexts, loadDeviceTexts, loadLandingTexts, loadLaterTexts, loadPhoneTexts]
  await Promise.all(load.map((each) => each(texts)))
  const server = readStored('server') ?? givenServer()
  return { texts, connection: server === null ? null : await open(server, texts) }
}
