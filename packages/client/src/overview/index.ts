export * from './need-groups.ts'
export * from './need-text.ts'
export * from './overview.queries.ts'
export * from './totals.ts'
