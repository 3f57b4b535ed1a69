import { DomainError } from '../error.ts'
export function isCurrency(_code: string): boolean {
  throw new DomainError('invalid-terms', 'pending')
}
export function currencyExponent(_code: string): number {
  throw new DomainError('invalid-terms', 'pending')
}
