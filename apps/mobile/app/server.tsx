export { ChangeServerScreen as default } from '../src/shell/change-server.screen.tsx'
