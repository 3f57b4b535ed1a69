import { useTintNumber } from '@streamline/client/households'

const tints = [
  'bg-person-1',
  'bg-person-2',
  'bg-person-3',
  'bg-person-4',
  'bg-person-5',
  'bg-person-6',
  'bg-person-7',
  'bg-person-8',
] as const

/** The same person has the same background everywhere: avatar, bar, legend. */
export const useTint = (): ((id: string) => string) => {
  const numberOf = useTintNumber()
  return (id) => tints[numberOf(id)] ?? tints[0]
}
