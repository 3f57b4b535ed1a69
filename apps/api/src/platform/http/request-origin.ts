import type { FastifyRequest } from 'fastify'
import type { RequestOrigin } from './actor.ts'

const LONGEST_USER_AGENT = 300

/** Where a request came from. What a header claims about itself is cut to a length that can be kept. */
export const originOf = ({ headers, ip }: FastifyRequest): RequestOrigin => ({
  address: ip,
  userAgent: headers['user-agent']?.slice(0, LONGEST_USER_AGENT) ?? null,
})
