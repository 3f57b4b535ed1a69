export * from './guests.queries.ts'
