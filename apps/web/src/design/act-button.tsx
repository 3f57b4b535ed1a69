import { useRef, type ComponentProps, type MouseEvent, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { classes } from './classes.ts'

/** As long as phones take before they believe that a finger stays. */
const holdMs = 500

/** A press does it at once; held, or by the menu key or the other mouse button, details are asked for first. */
export const ActButton = ({
  onDetails,
  className,
  ...rest
}: ComponentProps<typeof Button> & { onDetails: () => void }) => {
  const { t } = useTranslation('verbs')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const wasHeld = useRef(false)
  const release = (): void => clearTimeout(timer.current)
  return (
    <Button
      {...rest}
      title={t('hold')}
      className={classes('touch-manipulation [-webkit-touch-callout:none]', className)}
      onPointerDown={({ pointerType }: PointerEvent) => {
        release()
        wasHeld.current = false
        if (pointerType === 'mouse') return
        timer.current = setTimeout(() => {
          wasHeld.current = true
          onDetails()
        }, holdMs)
      }}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onContextMenu={(event: MouseEvent) => {
        event.preventDefault()
        release()
        if (!wasHeld.current) onDetails()
        wasHeld.current = true
      }}
      onClickCapture={(event: MouseEvent) => {
        // A finger that was held ends in a click too; a key does not come with a pointer.
        if (wasHeld.current && event.detail > 0) event.stopPropagation()
        wasHeld.current = false
      }}
    />
  )
}
