import { requestWidgetUpdate } from 'react-native-android-widget'
import { NeedsWidget } from './needs-widget.tsx'
import type { WidgetContent } from './widget-content.ts'

/** Draws it anew wherever somebody put it. */
export const refreshWidget = (content: () => WidgetContent): Promise<void> =>
  requestWidgetUpdate({
    widgetName: 'Needs',
    renderWidget: () => {
      const drawn = content()
      return {
        light: <NeedsWidget {...drawn} theme="light" />,
        dark: <NeedsWidget {...drawn} theme="dark" />,
      }
    },
  })
