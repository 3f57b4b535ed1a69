import { negotiate } from '@fastify/accept-negotiator'
import compress from '@fastify/compress'
import type { FastifyInstance } from 'fastify'

/** A packet holds about this much; less gains nothing. */
const WORTH_IT = 1400

/** True when an `Accept-Encoding` names the encoding and does not forbid it. */
export const accepts = (accepted: string | undefined, encoding: string): boolean =>
  accepted !== undefined && negotiate(accepted, [encoding]) === encoding

/** Answers of the routes that follow leave compressed when that is worth it; what is packed already stays as it is. */
export async function compressAnswers(fastify: FastifyInstance): Promise<void> {
  await fastify.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: WORTH_IT,
    // At once up to here: less than a millisecond of work, of which a stream would add a third or more.
    syncThreshold: 65_536,
    // Nobody sends us packed bodies, and the limit of a body would count what is packed.
    globalDecompression: false,
  })
}
