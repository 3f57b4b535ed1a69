import type { Translation } from '../translation.ts'

export const subscriptions: Translation<'subscriptions'> = {}
