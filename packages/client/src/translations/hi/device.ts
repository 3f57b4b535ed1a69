import type { Translation } from '../translation.ts'

export const device: Translation<'device'> = {
  update: {
    text: 'Streamline का नया संस्करण आ गया है।',
    reload: 'फिर से लोड करें',
    later: 'अभी नहीं',
  },
}
