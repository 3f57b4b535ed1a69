export { AddScreen as default } from '../../src/features/subscriptions/add.screen.tsx'
