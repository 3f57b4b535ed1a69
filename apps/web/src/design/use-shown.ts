import { useState } from 'react'

/** The last thing that was there, so that a sheet keeps its content while it slides away. */
export const useShown = <Value>(value: Value | null): Value | null => {
  const [last, setLast] = useState(value)
  if (value !== null && value !== last) setLast(value)
  return value ?? last
}
