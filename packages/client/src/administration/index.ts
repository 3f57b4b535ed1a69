export * from './administration.queries.ts'
export * from './audit-detail.ts'
export * from './catalogue-editing.queries.ts'
export * from './plan-draft.ts'
