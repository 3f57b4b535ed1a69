import { pushDataIn, pushDataInText, type PushButton, type PushData } from '@streamline/client/notifications'
import type { Answered } from './notices'

const buttons: readonly string[] = ['paid', 'recharged', 'snooze'] satisfies readonly PushButton[]

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((one, name) => (isObject(one) ? one[name] : undefined), value)

/** What came along with what the system shows, in whichever of its forms: read already, or the text of a message that was sent. */
export const dataOfContent = (content: unknown): PushData | null =>
  pushDataIn(at(content, 'data')) ?? pushDataInText(at(content, 'dataString'))

/** What a person did, as the system tells it; null where it is about nothing of ours. */
export const answeredIn = (response: unknown): Answered | null => {
  const content = at(response, 'notification', 'request', 'content')
  const data = dataOfContent(content)
  if (data === null) return null
  const button = at(response, 'actionIdentifier')
  const isButton = typeof button === 'string' && buttons.includes(button)
  const textOf = (name: string): string => {
    const text = at(content, name)
    return typeof text === 'string' ? text : ''
  }
  return {
    button: isButton ? (button as PushButton) : null,
    data,
    title: textOf('title'),
    body: textOf('body'),
  }
}

/** What a message that was sent says, as the system hands it over while the app is closed. */
export const dataOfMessage = (payload: unknown): PushData | null =>
  pushDataInText(at(payload, 'data', 'dataString')) ?? pushDataInText(at(payload, 'data', 'body'))
