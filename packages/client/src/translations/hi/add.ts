import type { Translation } from '../translation.ts'

export const add: Translation<'add'> = {}
