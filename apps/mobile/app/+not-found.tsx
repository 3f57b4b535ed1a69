export { NotFoundScreen as default } from '../src/shell/not-found.screen.tsx'
