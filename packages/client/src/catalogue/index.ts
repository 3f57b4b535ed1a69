export * from './catalogue.queries.ts'
export * from './plan-groups.ts'
export * from './plan-text.ts'
