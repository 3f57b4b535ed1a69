import type { Translation } from '../translation.ts'

export const auth: Translation<'auth'> = {}
