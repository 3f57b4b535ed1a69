import { DomainError } from '../error.ts'
export function searchTokensOf(_parts: readonly (string | number | null | undefined)[]): string[] {
  throw new DomainError('invalid-terms', 'pending')
}
export function matchesQuery(_tokens: readonly string[], _query: string): boolean {
  throw new DomainError('invalid-terms', 'pending')
}
