import { createFormat, dayIn, type Me, type Overview } from '@streamline/client'
import { nextNeeds, type NextNeed } from '@streamline/client/overview'
import type { QueryClient } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { readStored } from '../../design/stored.ts'
import type { WidgetWords } from './needs-widget.tsx'

export interface WidgetContent {
  readonly needs: readonly NextNeed[]
  readonly words: WidgetWords
}

/** What the home screen shows, of what the phone saw last. Whoever locks the app shows nobody what is in it: only how much there is. */
export const widgetContent = (queries: QueryClient, texts: i18n, now: number): WidgetContent => {
  const t = texts.getFixedT(null, 'phone')
  const title = t('widget.title')
  const add = t('widget.add')
  const said = (instead: string | null, needs: readonly NextNeed[] = []): WidgetContent => ({
    needs,
    words: { title, add, instead },
  })
  const { households = [] } = queries.getQueryData<Me>(['me']) ?? {}
  const household = households.find(({ id }) => id === readStored('household')) ?? households[0]
  const overview = household && queries.getQueryData<Overview>(['households', household.id, 'overview'])
  if (household === undefined || overview === undefined) return said(t('widget.open'))
  const today = dayIn(household.timeZone, now)
  const format = createFormat({
    language: texts.language === 'hi' ? 'hi' : 'en',
    country: household.country,
    today,
    tooLarge: texts.getFixedT(null, 'words')('tooLarge'),
  })
  const needs = nextNeeds(overview, { texts, format, today })
  if (needs.length === 0) return said(t('widget.nothing'))
  if (readStored('lock') === null) return said(null, needs)
  const count = overview.needs.filter(({ yours }) => yours).length
  return said(t('widget.count', { count }))
}
