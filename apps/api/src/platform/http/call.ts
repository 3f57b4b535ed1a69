import type { AnyContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Act } from './act.ts'
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
  /** What the request does: its id, and how it happens once for an idempotency key. */
  readonly act: Act
  /** Sets the `ETag`. */
  readonly etag: (revision: number) => void
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

export type Answer<P extends AnyContractProcedure> =
  | InferSchemaInput<NonNullable<P['~orpc']['outputSchema']>>
  | RawJson
  | (InferSchemaInput<NonNullable<P['~orpc']['outputSchema']>> extends string ? RawText : never)
