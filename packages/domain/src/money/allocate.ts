import { DomainError } from '../error.ts'
export interface Weighted {
  readonly id: string
  readonly weight: number
}
export interface Allotment {
  readonly id: string
  readonly amount: number
}
export function allocate(_amount: number, _weights: readonly Weighted[], _occurrence: number): Allotment[] {
  throw new DomainError('invalid-terms', 'pending')
}
export function allocateEqual(_amount: number, _ids: readonly string[], _occurrence: number): Allotment[] {
  throw new DomainError('invalid-terms', 'pending')
}
export function allocatePercent(
  _amount: number,
  _parts: readonly { readonly id: string; readonly basisPoints: number }[],
  _occurrence: number,
): Allotment[] {
  throw new DomainError('invalid-terms', 'pending')
}
export function allocateExact(_amount: number, _parts: readonly Allotment[]): Allotment[] {
  throw new DomainError('invalid-terms', 'pending')
}
