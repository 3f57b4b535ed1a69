export * from './catalogue.queries.ts'
export * from './letter-tile.ts'
export * from './plan-groups.ts'
export * from './plan-text.ts'
