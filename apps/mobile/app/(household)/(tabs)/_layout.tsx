export { RoomTabs as default } from '../../../src/shell/room-tabs.tsx'
