import type { AnyContractProcedure } from '@orpc/contract'
import type { Access, RouteMeta } from '@streamline/contract'
import * as z from 'zod'

/** A contract procedure as the bridge needs it, worked out once. */
export interface RoutePlan extends RouteMeta {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** As in the contract: `/v1/households/{householdId}`. */
  readonly path: string
  readonly status: number
  readonly access: Access
  readonly pathNames: readonly string[]
  readonly input: z.ZodType
  readonly output: z.ZodType
}

export function planOf(procedure: AnyContractProcedure): RoutePlan {
  const { route, meta, inputSchema, outputSchema } = procedure['~orpc']
  const { method, path } = route
  if (path === undefined || method === undefined || method === 'HEAD')
    throw new Error('A route needs a method and a path')
  if (!(inputSchema instanceof z.ZodType) || !(outputSchema instanceof z.ZodType))
    throw new Error(`${method} ${path} needs an input and an output schema`)
  return {
    ...(meta as RouteMeta),
    method,
    path,
    status: route.successStatus ?? 200,
    pathNames: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''),
    input: inputSchema,
    output: outputSchema,
  }
}
