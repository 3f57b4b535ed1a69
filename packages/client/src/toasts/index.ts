export * from './toast-store.ts'
export * from './use-underway.ts'
