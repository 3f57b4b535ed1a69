export * from './inbox.queries.ts'
export * from './notifications.queries.ts'
export * from './rules-draft.ts'
export * from './calendar.queries.ts'
