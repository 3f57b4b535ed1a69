import type { Translation } from '../translation.ts'

export const home: Translation<'home'> = {}
