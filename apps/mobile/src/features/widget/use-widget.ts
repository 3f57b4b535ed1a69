import { useOverview } from '@streamline/client/overview'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { refreshWidget } from './refresh-widget'
import { widgetContent } from './widget-content.ts'

/** What the home screen shows follows what this phone knows. */
export const useWidget = (): void => {
  const queries = useQueryClient()
  const { i18n } = useTranslation()
  const overview = useOverview().data
  useEffect(() => {
    if (overview !== undefined)
      void refreshWidget(() => widgetContent(queries, i18n, Date.now())).catch(() => null)
  }, [queries, i18n, i18n.language, overview])
}
