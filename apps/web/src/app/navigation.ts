import { House, Layers, Menu, Plus, Settings2, Wallet } from 'lucide-react'

/** The rooms of the app, in the order of both bars. */
export const rooms = {
  home: { to: '/home', icon: House },
  subscriptions: { to: '/subscriptions', icon: Layers },
  add: { to: '/add', icon: Plus },
  money: { to: '/money', icon: Wallet },
  more: { to: '/more', icon: Menu },
  settings: { to: '/settings', icon: Settings2 },
} as const

export type Room = keyof typeof rooms
