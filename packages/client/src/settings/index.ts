export * from './settings.queries.ts'
