import { createContext, useContext } from 'react'

/** How many tints there are. */
const tintCount = 8

const PeopleContext = createContext<readonly string[]>([])

/** The people on screen in a lasting order, so that no two of the first eight share a tint. */
export const PeopleInOrder = PeopleContext.Provider

const hashOf = (id: string): number => {
  let sum = 0
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973
  return sum
}

/** The same person has the same tint everywhere: the number of it, from 0. */
export const useTintNumber = (): ((id: string) => number) => {
  const people = useContext(PeopleContext)
  return (id) => {
    const place = people.indexOf(id)
    return (place === -1 ? hashOf(id) : place) % tintCount
  }
}
