import { createContext, useContext } from 'react'

interface Server {
  readonly address: string
  /** Another one; whoever was signed in on the old one is left there. */
  readonly change: (address: string) => Promise<void>
}

export const ServerContext = createContext<Server | null>(null)

/** Which installation the app speaks to. */
export const useServer = (): Server => {
  const server = useContext(ServerContext)
  if (server === null) throw new Error('useServer needs a Shell above it')
  return server
}
