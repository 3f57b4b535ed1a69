import type { Translation } from '../translation.ts'

export const welcome: Translation<'welcome'> = {}
