import type { LocalReminder, PushButton, PushData } from '@streamline/client/notifications'

/** May the device show something: it may, nobody was asked yet, or somebody said no; `never` where it has no way to. */
export type MayShow = 'yes' | 'unasked' | 'no' | 'never'

/** What a person did with a message: opened it, or pressed one of its buttons. */
export interface Answered {
  readonly button: PushButton | null
  readonly data: PushData
  /** What was shown. */
  readonly title: string
  readonly body: string
}

/** What a device says outside the app. */
export interface Notices {
  /** Channels and buttons, by what they are called in the language of the app. */
  readonly prepare: (words: NoticeWords) => Promise<void>
  readonly mayShow: () => Promise<MayShow>
  readonly ask: () => Promise<MayShow>
  /** Where messages to this device go; null where no push service is built in or reached. */
  readonly token: () => Promise<string | null>
  readonly onToken: (listener: (token: string) => void) => () => void
  readonly planned: () => Promise<readonly { readonly name: string; readonly text: string }[]>
  readonly plan: (reminder: LocalReminder) => Promise<void>
  readonly cancel: (name: string) => Promise<void>
  /** Takes what is shown under a tag away. */
  readonly dismiss: (tag: string) => Promise<void>
  /** What came while the app is open. */
  readonly onCame: (listener: (data: PushData) => void) => () => void
  readonly onAnswered: (listener: (answered: Answered) => void) => () => void
  /** By what the app was opened, once. */
  readonly openedBy: () => Answered | null
}

export interface NoticeWords {
  readonly channels: readonly { readonly id: string; readonly name: string; readonly isUrgent: boolean }[]
  readonly buttons: Readonly<Record<PushButton, string>>
}

const nothing = (): Promise<void> => Promise.resolve()
const nobody = (): (() => void) => () => {}

/** A page on the bench says nothing outside of itself. */
export const notices: Notices = {
  prepare: nothing,
  mayShow: () => Promise.resolve('never'),
  ask: () => Promise.resolve('never'),
  token: () => Promise.resolve(null),
  onToken: nobody,
  planned: () => Promise.resolve([]),
  plan: nothing,
  cancel: nothing,
  dismiss: nothing,
  onCame: nobody,
  onAnswered: nobody,
  openedBy: () => null,
}
