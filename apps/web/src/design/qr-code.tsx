import { useQrShape } from '@streamline/client'

/** Black on white in both themes: not every scanner reads it the other way round. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const shape = useQrShape(text)
  return shape ? (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${shape.size} ${shape.size}`}
      shapeRendering="crispEdges"
      className="size-48 rounded-tile"
    >
      <path d={`M0 0h${shape.size}v${shape.size}H0z`} fill="#fff" />
      <path d={shape.path} fill="#000" />
    </svg>
  ) : null
}
