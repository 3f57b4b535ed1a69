export { MoreScreen as default } from '../../../src/features/settings/more.screen.tsx'
