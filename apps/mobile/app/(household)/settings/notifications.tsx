export { NotificationsScreen as default } from '../../../src/features/notifications/notifications.screen.tsx'
