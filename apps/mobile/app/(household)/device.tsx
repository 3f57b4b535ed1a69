export { DeviceScreen as default } from '../../src/features/device/device.screen.tsx'
