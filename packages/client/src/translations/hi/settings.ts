import type { Translation } from '../translation.ts'

export const settings: Translation<'settings'> = {}
