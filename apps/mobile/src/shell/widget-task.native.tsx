import { registerWidgetTaskHandler } from 'react-native-android-widget'
import { NeedsWidget } from '../features/widget/needs-widget.tsx'
import { widgetContent } from '../features/widget/widget-content.ts'
import { startOnce } from './at-hand.ts'

/** The launcher asks for it also while the app is closed: it is drawn from what the phone saw last. */
export const registerWidgetTask = (): void =>
  registerWidgetTaskHandler(async ({ widgetAction, renderWidget }) => {
    if (widgetAction === 'WIDGET_DELETED' || widgetAction === 'WIDGET_CLICK') return
    const { texts, connection } = await startOnce()
    if (connection === null) return
    const content = widgetContent(connection.queries, texts, Date.now())
    renderWidget({
      light: <NeedsWidget {...content} theme="light" />,
      dark: <NeedsWidget {...content} theme="dark" />,
    })
  })
