import { useApi, useSessionState } from '@streamline/client'
import type { TFunction } from 'i18next'
import { reminderKinds } from '@streamline/domain'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { readStored, writeStored } from '../../design/stored.ts'
import { registerPhone, registerToken, removePhone } from './device-registration.ts'
import { notices, type NoticeWords } from './notices'

const key = ['phone', 'notices'] as const

const urgent = new Set<string>(['due', 'overdue', 'expiry', 'decideBy', 'trialEnding'])

const wordsIn = (t: TFunction<['notifications', 'phone']>): NoticeWords => ({
  channels: [
    ...reminderKinds.map((id) => ({
      id,
      name: t(`notifications:kinds.${id}`),
      isUrgent: urgent.has(id),
    })),
    { id: 'test', name: t('phone:notices.test'), isUrgent: false },
  ],
  buttons: {
    paid: t('phone:notices.paid'),
    recharged: t('phone:notices.recharged'),
    snooze: t('phone:notices.snooze'),
  },
})

/** What the phone may show, whether somebody wants it, and whether it can be reached. */
export interface NoticesState {
  readonly mayShow: 'yes' | 'unasked' | 'no' | 'never'
  readonly isOn: boolean
  /** Messages are sent here; else the phone says what it knows by itself. */
  readonly isReached: boolean
}

/** How it stands with what this phone shows; a phone that may show something registers itself each time the app starts. */
export const useNoticesState = () => {
  const { client } = useApi()
  const isSignedIn = useSessionState() === 'signedIn'
  return useQuery<NoticesState>({
    queryKey: key,
    queryFn: async () => {
      const mayShow = await notices.mayShow()
      const isOn = mayShow === 'yes' && readStored('notices') !== 'off'
      const isReached = isOn && (await registerPhone(client).catch(() => false))
      return { mayShow, isOn, isReached }
    },
    enabled: isSignedIn,
    staleTime: Infinity,
  })
}

export const useSwitchNotices = () => {
  const { client } = useApi()
  const queries = useQueryClient()
  return useMutation<void, Error, boolean>({
    mutationFn: async (on) => {
      if (!on) return removePhone(client).catch(() => undefined)
      writeStored('notices', null)
      await notices.ask()
    },
    retry: false,
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
}

/** Channels and buttons in the language of the app, and a token that the push service changed. */
export const usePreparedNotices = (): void => {
  const { client } = useApi()
  // Another language brings another `t`.
  const { t } = useTranslation(['notifications', 'phone'])
  const isOn = useNoticesState().data?.isOn === true
  useEffect(() => void notices.prepare(wordsIn(t)).catch(() => null), [t])
  useEffect(
    () =>
      isOn ? notices.onToken((token) => void registerToken(client, token).catch(() => null)) : undefined,
    [client, isOn],
  )
}
