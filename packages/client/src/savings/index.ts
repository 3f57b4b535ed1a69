export * from './needs-change.ts'
export * from './savings-steps.queries.ts'
export * from './savings.queries.ts'
export * from './shown-steps.ts'
