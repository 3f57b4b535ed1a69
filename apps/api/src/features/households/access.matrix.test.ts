import { contract, type RouteMeta } from '@streamline/contract'
import { describe, expect, it } from 'vitest'
import { accessMatrix } from './access.matrix.ts'

const routes = Object.entries(contract).flatMap(([area, group]) =>
  Object.entries(group).map(([name, procedure]) => ({
    name: `${area}.${name}`,
    meta: procedure['~orpc'].meta as RouteMeta,
    path: procedure['~orpc'].route.path ?? '',
  })),
)

describe('the access matrix', () => {
  it('gives the owner every right that a route of the contract asks for', () => {
    const asked = routes.flatMap(({ meta }) =>
      typeof meta.access === 'object' && 'household' in meta.access ? [meta.access.household] : [],
    )
    expect(asked.length).toBeGreaterThan(10)
    expect(asked.filter((right) => !accessMatrix.owner.has(right))).toEqual([])
  })

  it('asks for a household right exactly where the path names a household', () => {
    for (const { name, meta, path } of routes)
      expect(typeof meta.access === 'object' && 'household' in meta.access, name).toBe(
        path.includes('{householdId}'),
      )
  })

  it('never gives a lower role what a higher one has not', () => {
    const { viewer, member, manager, owner } = accessMatrix
    for (const [lower, higher] of [
      [viewer, member],
      [member, manager],
      [manager, owner],
    ] as const)
      expect([...lower].filter((right) => !higher.has(right))).toEqual([])
  })

  it('lets a viewer read, look after themselves and leave, and nothing else', () => {
    expect([...accessMatrix.viewer].filter((right) => !right.endsWith('.read'))).toEqual([
      'household.leave',
      'members.update',
    ])
  })
})
