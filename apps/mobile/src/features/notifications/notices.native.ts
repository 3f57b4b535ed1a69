import type { LocalReminder } from '@streamline/client/notifications'
import { localReminderText } from '@streamline/client/notifications'
import {
  addNotificationReceivedListener,
  addNotificationResponseReceivedListener,
  addPushTokenListener,
  AndroidImportance,
  cancelScheduledNotificationAsync,
  clearLastNotificationResponse,
  dismissNotificationAsync,
  getAllScheduledNotificationsAsync,
  getDevicePushTokenAsync,
  getLastNotificationResponse,
  getPermissionsAsync,
  type NotificationPermissionsStatus,
  PermissionStatus,
  requestPermissionsAsync,
  SchedulableTriggerInputTypes,
  scheduleNotificationAsync,
  setNotificationCategoryAsync,
  setNotificationChannelAsync,
  setNotificationHandler,
} from 'expo-notifications'
import { answeredIn, dataOfContent } from './answered-in.ts'
import type { MayShow, Notices, NoticeWords } from './notices'

const mayShowOf = ({ granted, canAskAgain, status }: NotificationPermissionsStatus): MayShow => {
  if (granted) return 'yes'
  return status === PermissionStatus.UNDETERMINED && canAskAgain ? 'unasked' : 'no'
}

const prepareButtons = async ({ buttons }: NoticeWords): Promise<void> => {
  // Nothing opens: it is done by a task, also while the app is closed.
  const options = { opensAppToForeground: false }
  const button = (identifier: keyof typeof buttons) => ({
    identifier,
    buttonTitle: buttons[identifier],
    options,
  })
  await setNotificationCategoryAsync('pay', [button('paid'), button('snooze')])
  await setNotificationCategoryAsync('recharge', [button('recharged'), button('snooze')])
  await setNotificationCategoryAsync('later', [button('snooze')])
}

/** A token that FCM gave; null where the build knows no push service, or it cannot be asked now. */
const askToken = async (): Promise<string | null> => {
  try {
    const { data } = await getDevicePushTokenAsync()
    return typeof data === 'string' ? data : null
  } catch {
    return null
  }
}

const schedule = async ({ name, at, title, body, channel, category, data }: LocalReminder): Promise<void> => {
  const text = localReminderText({ name, at, title, body, channel, category, data })
  await scheduleNotificationAsync({
    identifier: name,
    content: {
      title,
      body,
      data: { ...data, text },
      ...(category === null ? {} : { categoryIdentifier: category }),
    },
    trigger: { type: SchedulableTriggerInputTypes.DATE, date: at, channelId: channel },
  })
}

export const notices: Notices = {
  prepare: async (words) => {
    setNotificationHandler({
      handleNotification: () =>
        Promise.resolve({
          shouldShowBanner: true,
          shouldShowList: true,
          shouldPlaySound: false,
          shouldSetBadge: false,
        }),
    })
    for (const { id, name, isUrgent } of words.channels)
      await setNotificationChannelAsync(id, {
        name,
        importance: isUrgent ? AndroidImportance.HIGH : AndroidImportance.DEFAULT,
      })
    await prepareButtons(words)
  },
  mayShow: async () => mayShowOf(await getPermissionsAsync()),
  ask: async () => mayShowOf(await requestPermissionsAsync()),
  token: askToken,
  onToken: (listener) => {
    const subscription = addPushTokenListener(({ data }) => {
      if (typeof data === 'string') listener(data)
    })
    return () => subscription.remove()
  },
  planned: async () =>
    (await getAllScheduledNotificationsAsync()).map(({ identifier, content }) => {
      const text: unknown = content.data?.['text']
      return { name: identifier, text: typeof text === 'string' ? text : '' }
    }),
  plan: schedule,
  cancel: cancelScheduledNotificationAsync,
  dismiss: dismissNotificationAsync,
  onCame: (listener) => {
    const subscription = addNotificationReceivedListener(({ request }) => {
      const data = dataOfContent(request.content)
      // What the phone said by itself tells nothing new.
      if (data !== null && request.trigger !== null && 'remoteMessage' in request.trigger) listener(data)
    })
    return () => subscription.remove()
  },
  onAnswered: (listener) => {
    const subscription = addNotificationResponseReceivedListener((response) => {
      const answered = answeredIn(response)
      clearLastNotificationResponse()
      if (answered !== null) listener(answered)
    })
    return () => subscription.remove()
  },
  openedBy: () => {
    const response = getLastNotificationResponse()
    clearLastNotificationResponse()
    return response === null ? null : answeredIn(response)
  },
}
