import { useEffect, useState } from 'react'

interface Shape {
  size: number
  path: string
}

/** Light space that scanners need around the code. */
const margin = 4

const shapeOf = async (text: string): Promise<Shape> => {
  const { create } = await import('qrcode')
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const dots = Array.from({ length: size * size }, (_, index) => index)
    .filter((index) => modules.data[index])
    .map((index) => `M${margin + (index % size)} ${margin + Math.floor(index / size)}h1v1h-1z`)
  return { size: size + 2 * margin, path: dots.join('') }
}

/** Black on white in both themes: not every scanner reads it the other way round. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const [shape, setShape] = useState<Shape | null>(null)
  useEffect(() => {
    let here = true
    // Without the picture there is still the key.
    void shapeOf(text)
      .then((made) => here && setShape(made))
      .catch(() => null)
    return () => {
      here = false
    }
  }, [text])
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
