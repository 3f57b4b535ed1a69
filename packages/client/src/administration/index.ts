export * from './administration.queries.ts'
export * from './audit-detail.ts'
