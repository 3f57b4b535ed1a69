export { InboxScreen as default } from '../../../src/features/notifications/inbox.screen.tsx'
