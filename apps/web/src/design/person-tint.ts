import { createContext, useContext } from 'react'

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

const PeopleContext = createContext<readonly string[]>([])

/** The people on screen in a lasting order, so that no two of the first eight share a tint. */
export const PeopleInOrder = PeopleContext.Provider

const hashOf = (id: string): number => {
  let sum = 0
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973
  return sum
}

/** The same person has the same background everywhere: avatar, bar, legend. */
export const useTint = (): ((id: string) => string) => {
  const people = useContext(PeopleContext)
  return (id) => {
    const place = people.indexOf(id)
    return tints[(place === -1 ? hashOf(id) : place) % tints.length] ?? tints[0]
  }
}
