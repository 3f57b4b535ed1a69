import type { WidgetContent } from './widget-content.ts'

/** A page on the bench has no home screen. */
export const refreshWidget: (content: () => WidgetContent) => Promise<void> = () => Promise.resolve()
