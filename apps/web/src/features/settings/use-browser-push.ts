import { useMe, useRegisterBrowser } from '@streamline/client/identity'
import { useEffect, useState } from 'react'
import {
  keepDevice,
  keptDevice,
  readPushState,
  subscribeBrowser,
  unsubscribeBrowser,
  type PushState,
} from './browser-push.ts'

/** Whether this browser shows notifications, and how to change that. Undefined until the browser has said. */
export const useBrowserPush = () => {
  const me = useMe().data
  const [state, setState] = useState<PushState>()
  const register = useRegisterBrowser(subscribeBrowser)
  const look = (): void => void readPushState().then(setState, () => setState('unsupported'))
  useEffect(look, [])
  const switchOn = (onDone: () => void): void =>
    register.mutate(undefined, {
      onSuccess: ({ id }) => {
        if (me) keepDevice(me.id, id)
        onDone()
      },
      onSettled: look,
    })
  const switchOff = async (): Promise<void> => {
    await unsubscribeBrowser()
    look()
  }
  // A no to the browser's question is an answer, and shown as the state.
  const error = register.error !== null && state !== 'denied' ? register.error : null
  return { state, switchOn, switchOff, isBusy: register.isPending, error, deviceId: keptDevice()?.deviceId }
}
