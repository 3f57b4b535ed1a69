export { SubscriptionsScreen as default } from '../../../src/features/subscriptions/subscriptions.screen.tsx'
