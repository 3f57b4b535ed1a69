import { itemsOf, useFormat, useHousehold } from '@streamline/client'
import { useCharges, useMarkPaid } from '@streamline/client/billing'
import { useMe } from '@streamline/client/identity'
import { needsRecharge, useRechargeNow, useSubscriptions } from '@streamline/client/subscriptions'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { rooms, type Room } from '../navigation.ts'
import { useTheme } from '../../design/theme.ts'
import { roomsFor } from '../../features/settings/rooms.ts'
import type { Entry } from './found.ts'

const places: readonly Room[] = ['overview', 'subscriptions', 'billing', 'settings']

/** What waits for a payment or a recharge, done at once. */
const useWaiting = (): Entry[] => {
  const { t } = useTranslation('verbs')
  const format = useFormat()
  const { today, role } = useHousehold()
  const charges = itemsOf(useCharges({ state: 'open' }).data)
  const subscriptions = itemsOf(useSubscriptions().data)
  const { markPaid } = useMarkPaid()
  const { rechargeNow } = useRechargeNow()
  if (role === 'viewer') return []
  return [
    ...charges.map(({ id, subscriptionName: name, outstanding, dueOn }): Entry => ({
      id,
      section: 'actions',
      label: `${t('markPaid')}: ${name}`,
      about: `${format.money(outstanding)}, ${format.shortDate(dueOn)}`,
      run: () => void markPaid(id, name),
    })),
    ...subscriptions
      .filter((subscription) => needsRecharge(subscription, today))
      .map(({ id, name, line }): Entry => ({
        id: `recharge-${id}`,
        section: 'actions',
        label: `${t('recharge')}: ${name}`,
        ...(line === null ? {} : { about: line }),
        run: () => void rechargeNow(id),
      })),
  ]
}

/** All that can be gone to or done from anywhere. */
export const useEntries = (onKeys: () => void): Entry[] => {
  const { t } = useTranslation(['palette', 'app', 'account'])
  const navigate = useNavigate()
  const [theme, setTheme] = useTheme()
  const subscriptions = itemsOf(useSubscriptions().data)
  const waiting = useWaiting()
  const permissions = useMe().data?.permissions ?? []
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  return [
    ...places.map((room): Entry => ({
      id: room,
      section: 'screens',
      label: t(`app:nav.${room}`),
      run: () => void navigate({ to: rooms[room].to }),
    })),
    {
      id: 'numbers',
      section: 'screens',
      label: t('numbers'),
      run: () => void navigate({ to: '/subscriptions/numbers' }),
    },
    ...roomsFor(permissions)
      .filter(({ name }) => name !== 'general')
      .map(({ to, name }): Entry => ({
        id: to,
        section: 'screens',
        label: t(`account:tabs.${name}`),
        about: t('app:nav.settings'),
        run: () => void navigate({ to }),
      })),
    { id: 'add', section: 'actions', label: t('app:nav.addLong'), run: () => void navigate({ to: '/add' }) },
    {
      id: 'theme',
      section: 'actions',
      label: t(dark ? 'action.light' : 'action.dark'),
      run: () => setTheme(dark ? 'light' : 'dark'),
    },
    { id: 'keys', section: 'actions', label: t('action.shortcuts'), run: onKeys },
    ...waiting,
    ...subscriptions.map(({ id, name, providerName, line }): Entry => ({
      id,
      section: 'subscriptions',
      label: name,
      about: [providerName === name ? null : providerName, line].filter((part) => part !== null).join(' · '),
      run: () => void navigate({ to: '/subscriptions/$subscriptionId', params: { subscriptionId: id } }),
    })),
  ]
}
