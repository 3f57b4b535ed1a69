import { useMe, useRegisterBrowser } from '@streamline/client/identity'
import { useEffect } from 'react'
import { keepDevice, keptDevice, readPushState, subscribeBrowser } from '../settings/browser-push.ts'

const DAY = 86_400_000

/** Says once a day that this browser is still there: it may have another address by now, or another session. */
const PushKeeper = () => {
  const userId = useMe().data?.id
  const { mutate } = useRegisterBrowser(subscribeBrowser)
  useEffect(() => {
    const kept = keptDevice()
    if (kept === null || kept.userId !== userId || Date.now() - kept.at < DAY) return
    void readPushState().then(
      (state) =>
        state === 'on'
          ? mutate(undefined, { onSuccess: ({ id }) => keepDevice(kept.userId, id) })
          : undefined,
      () => undefined,
    )
  }, [mutate, userId])
  return null
}

export default PushKeeper
