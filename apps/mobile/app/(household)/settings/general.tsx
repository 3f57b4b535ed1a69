export { GeneralScreen as default } from '../../../src/features/settings/general.screen.tsx'
