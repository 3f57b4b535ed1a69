// Who imports this file knows of that one by it: it is no module, so it cannot be imported.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./qrcode-core.d.ts" />
import { useEffect, useState } from 'react'

/** A code as a path within a square of that many units. */
export interface QrShape {
  readonly size: number
  readonly path: string
}

/** Light space that scanners need around the code. */
const margin = 4

export const qrShape = async (text: string): Promise<QrShape> => {
  const { create } = await import('qrcode/lib/core/qrcode.js')
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const dots = Array.from({ length: size * size }, (_, index) => index)
    .filter((index) => modules.data[index])
    .map((index) => `M${margin + (index % size)} ${margin + Math.floor(index / size)}h1v1h-1z`)
  return { size: size + 2 * margin, path: dots.join('') }
}

/** Null until it is there; without the picture there is still what it says. */
export const useQrShape = (text: string): QrShape | null => {
  const [shape, setShape] = useState<QrShape | null>(null)
  useEffect(() => {
    let here = true
    void qrShape(text)
      .then((made) => here && setShape(made))
      .catch(() => null)
    return () => {
      here = false
    }
  }, [text])
  return shape
}
