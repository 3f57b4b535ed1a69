export * from './line-change.ts'
export * from './line-text.ts'
export * from './lines.queries.ts'
export * from './moving.ts'
