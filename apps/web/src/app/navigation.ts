import { ChartColumn, House, Layers, Menu, PiggyBank, Plus, Settings2, Wallet } from 'lucide-react'

/** The rooms of the app, in the order of both bars. */
export const rooms = {
  overview: { to: '/home', icon: House },
  subscriptions: { to: '/subscriptions', icon: Layers },
  add: { to: '/add', icon: Plus },
  billing: { to: '/money', icon: Wallet },
  savings: { to: '/savings', icon: PiggyBank },
  insights: { to: '/insights', icon: ChartColumn },
  more: { to: '/more', icon: Menu, also: ['/settings', '/admin', '/insights', '/savings'] },
  settings: { to: '/settings', icon: Settings2, also: ['/admin'] },
} as const

export type Room = keyof typeof rooms

/** Whether a screen belongs to a room although its address does not begin with that of the room. */
export const isAlsoIn = (room: Room, path: string): boolean => {
  const place = rooms[room]
  return 'also' in place && place.also.some((start) => path.startsWith(start))
}
