import {
  Bell,
  BookOpen,
  CircleAlert,
  History,
  House,
  KeyRound,
  ScrollText,
  ShieldCheck,
  Smartphone,
  UserRoundCog,
  Users,
  UsersRound,
} from 'lucide-react'

/** The rooms behind Settings, in their order; what needs a permission is shown to who has it. */
export const settingsRooms = [
  { to: '/settings', name: 'general', icon: UserRoundCog },
  { to: '/settings/people', name: 'people', icon: Users },
  { to: '/settings/household', name: 'household', icon: House },
  { to: '/settings/notifications', name: 'notifications', icon: Bell },
  { to: '/settings/security', name: 'security', icon: ShieldCheck },
  { to: '/settings/sessions', name: 'sessions', icon: Smartphone },
  { to: '/settings/api-keys', name: 'keys', icon: KeyRound },
  { to: '/settings/activity', name: 'activity', icon: History },
  { to: '/admin/users', name: 'users', icon: UsersRound, needs: 'users.read' },
  { to: '/admin/catalogue', name: 'catalogue', icon: BookOpen, needs: 'catalogue.edit' },
  { to: '/admin/audit', name: 'audit', icon: ScrollText, needs: 'audit.read' },
  { to: '/admin/jobs', name: 'jobs', icon: CircleAlert, needs: 'jobs.read' },
] as const

export type SettingsRoom = (typeof settingsRooms)[number]

/** Those that somebody may enter. */
export const roomsFor = (permissions: readonly string[]): SettingsRoom[] =>
  settingsRooms.filter((room) => !('needs' in room) || permissions.includes(room.needs))
