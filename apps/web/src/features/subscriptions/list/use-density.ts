import { useState } from 'react'
import { readStored, writeStored } from '../../../design/stored.ts'

/** So many rows are read better close together; whoever says otherwise is remembered on this device. */
const MANY = 24

/** Whether rows stand close together. */
export const useDensity = (rows: number) => {
  const [chosen, setChosen] = useState(() => readStored('density'))
  const compact = chosen === null ? rows > MANY : chosen === 'compact'
  const toggle = (): void => {
    const next = compact ? 'roomy' : 'compact'
    writeStored('density', next)
    setChosen(next)
  }
  return { compact, toggle }
}
