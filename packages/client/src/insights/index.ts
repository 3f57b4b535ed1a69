export * from './insights.queries.ts'
export * from './month-grid.ts'
export * from './spend-stacks.ts'
