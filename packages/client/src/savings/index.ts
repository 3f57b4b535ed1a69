export * from './needs-change.ts'
export * from './savings.queries.ts'
