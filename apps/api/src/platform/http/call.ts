import type { AnyContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from './actor.ts'
import type { RawJson } from './raw-json.ts'
import type { RawText } from './raw-text.ts'

/** One request as a controller sees it: checked input and who asks. */
export interface Call<P extends AnyContractProcedure> {
  readonly input: InferSchemaOutput<NonNullable<P['~orpc']['inputSchema']>>
  /** Who calls. Public routes have none and must not ask. */
  readonly actor: Actor
  /** Revision of `If-Match`, null without one. */
  readonly ifMatch: number | null
  readonly idempotencyKey: string | null
  /** Id of what this call creates: the same for the same idempotency key, so that a retry finds what a crash left. */
  readonly newId: () => string
  /** Sets the `ETag`. */
  readonly etag: (revision: number) => void
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

export type Answer<P extends AnyContractProcedure> =
  | InferSchemaInput<NonNullable<P['~orpc']['outputSchema']>>
  | RawJson
  | (InferSchemaInput<NonNullable<P['~orpc']['outputSchema']>> extends string ? RawText : never)
