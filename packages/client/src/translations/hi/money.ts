import type { Translation } from '../translation.ts'

export const money: Translation<'money'> = {}
