import type { AdministeredUser } from '@streamline/client'
import type { Tone } from '../../design/badge.tsx'

export const toneOf: Record<AdministeredUser['status'], Tone> = {
  ACTIVE: 'positive',
  BLOCKED: 'danger',
  DELETED: 'neutral',
}
