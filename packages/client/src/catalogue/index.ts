export * from './catalogue.queries.ts'
