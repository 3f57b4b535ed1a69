import type { Translation } from '../translation.ts'

export const landing: Translation<'landing'> = {}
