export { SubscriptionScreen as default } from '../../../src/features/subscriptions/subscription.screen.tsx'
