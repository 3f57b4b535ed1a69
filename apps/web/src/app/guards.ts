import {
  type Api,
  isPassing,
  loadAccountTexts,
  loadLandingTexts,
  loadLaterTexts,
  ProblemError,
  type SessionState,
} from '@streamline/client'
import { membersQuery } from '@streamline/client/households'
import { meQuery } from '@streamline/client/identity'
import { overviewQuery } from '@streamline/client/overview'
import { settingsQuery } from '@streamline/client/settings'
import type { QueryClient } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { redirect, type ParsedLocation } from '@tanstack/react-router'
import { readStored } from '../design/stored.ts'
import { loadBrandMarks } from '../design/use-brand-mark.ts'

export interface RouterContext {
  api: Api
  queries: QueryClient
  texts: i18n
}

/** Longer than this nobody waits for an answer that may never come, where the last one is at hand. */
const PATIENCE = 6000

const giveUp = (): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new ProblemError('offline', 0)), PATIENCE)
  })

/** Whether somebody is signed in; where nobody can be asked, whoever was here last sees what they saw. */
const knownState = async ({ api: { session }, queries }: RouterContext): Promise<SessionState> => {
  try {
    return await Promise.race([session.start(), giveUp()])
  } catch (error) {
    if (!isPassing(error)) throw error
    const { restoreAnswers } = await import('../features/kept/kept-answers.ts')
    if (!(await restoreAnswers(queries))) return session.start()
    return 'unknown'
  }
}

/** Only for who is signed in; everybody else signs in first and comes back here. */
export const requireSession = async (context: RouterContext, location: ParsedLocation): Promise<void> => {
  if ((await knownState(context)) === 'signedOut')
    throw redirect({ to: '/sign-in', search: location.pathname === '/home' ? {} : { next: location.href } })
}

/** Only for strangers; who is signed in goes home. An API that is away must not hide the first page. */
export const requireStranger = async ({ api }: RouterContext): Promise<void> => {
  const state = await api.session.start().catch(() => 'unknown')
  if (state === 'signedIn') throw redirect({ to: '/home' })
}

/** For pages that are the same for strangers and who is signed in: they say which of the two this is. */
export const startSession = async ({ api }: RouterContext): Promise<void> => {
  await api.session.start().catch(() => null)
}

/** Fetches what every screen needs. The household of the last visit is asked for at the same time, not after. */
export const loadPerson = async (
  { api: { client }, queries }: RouterContext,
  { pathname }: ParsedLocation,
): Promise<void> => {
  const last = readStored('household')
  if (last !== null) {
    if (pathname === '/home') void queries.prefetchQuery({ ...overviewQuery(client, last), retry: false })
    void queries.prefetchQuery({ ...membersQuery(client, last), retry: false })
  }
  await queries.ensureQueryData(meQuery(client))
}

/**
 * What the first page of strangers says comes with it, and whether a demo is offered: a button that came later would push the page. Its
 * brands stand there as the build drew them.
 */
export const loadLanding = async ({ api: { client }, queries, texts }: RouterContext): Promise<void> => {
  const installation = queries.ensureQueryData({ ...settingsQuery(client), retry: false }).catch(() => null)
  await Promise.all([loadLandingTexts(texts), loadBrandMarks(), installation])
}

/** So are the texts of accounts: signing in, security, administration. */
export const loadAccount = ({ texts }: RouterContext): Promise<void> => loadAccountTexts(texts)

/** What the screens behind Home say is fetched with the first of them. */
export const loadTexts = ({ texts }: RouterContext): Promise<void> => loadLaterTexts(texts)
