import { useMe, useRegisterBrowser } from '@streamline/client/identity'
import { useEffect } from 'react'
import { keepDevice, keptDevice, readPushState, subscribeBrowser } from './browser-push.ts'

const DAY = 86_400_000

/** Once for a page, wherever it is asked for. */
let isAsked = false

/** Says once a day that this browser is still there: it may have another address by now, or another session. */
export const useKeptPush = (): void => {
  const userId = useMe().data?.id
  const { mutate } = useRegisterBrowser(subscribeBrowser)
  useEffect(() => {
    const kept = keptDevice()
    if (isAsked || kept === null || kept.userId !== userId || Date.now() - kept.at < DAY) return
    isAsked = true
    void readPushState().then(
      (state) =>
        state === 'on'
          ? mutate(undefined, { onSuccess: ({ id }) => keepDevice(kept.userId, id) })
          : undefined,
      () => undefined,
    )
  }, [mutate, userId])
}
