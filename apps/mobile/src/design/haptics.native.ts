import { notificationAsync, NotificationFeedbackType } from 'expo-haptics'

/** Felt when something was done; a device that cannot is silent. */
export const feelDone = (): void => {
  void notificationAsync(NotificationFeedbackType.Success).catch(() => null)
}
