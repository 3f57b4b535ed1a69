export * from './kept-act.ts'
export * from './outbox.ts'
export * from './send-act.ts'
