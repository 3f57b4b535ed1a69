import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

/**
 * Answers that are the same for everybody carry a tag of their content, and nothing else when who asks has them
 * already. Answers about a household are left out: their tag is a revision, which charges do not move.
 */
export function answerUnchanged(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    // Of a file that is unchanged comes an empty stream: packed, it would be a body.
    if (reply.statusCode === 304) return null
    const isPublic = String(reply.getHeader('Cache-Control') ?? '').startsWith('public')
    if (!isPublic || typeof payload !== 'string' || request.method !== 'GET' || reply.statusCode !== 200)
      return payload
    const tag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`
    reply.header('ETag', tag)
    if (!isNamed(tag, request.headers['if-none-match'])) return payload
    reply.status(304).removeHeader('Content-Length').removeHeader('Content-Type')
    return ''
  })
}

/** Compares weakly, as RFC 9110 asks of `If-None-Match`: a proxy that packs an answer makes its tag weak. */
const isNamed = (tag: string, header: string | undefined): boolean =>
  header !== undefined &&
  header.split(',').some((part) => part.trim() === '*' || part.trim().replace(/^W\//, '') === tag)
