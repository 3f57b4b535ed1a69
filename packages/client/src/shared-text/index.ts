export * from './read-shared-text.ts'
