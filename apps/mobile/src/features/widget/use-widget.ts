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
  const asOf = useOverview().dataUpdatedAt
  useEffect(() => {
    if (asOf > 0)
      void refreshWidget(() => widgetContent(queries, i18n, Math.max(asOf, Date.now()))).catch(() => null)
  }, [queries, i18n, asOf])
}
