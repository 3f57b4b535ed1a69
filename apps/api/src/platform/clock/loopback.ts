import type { FastifyRequest } from 'fastify'

const forwarding = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
]
const names = new Set(['localhost', '127.0.0.1', '[::1]'])

/** True for a program on this machine that spoke to us directly, and named us so: no proxy, no rebound name. */
export function isFromThisMachine({ headers, socket }: FastifyRequest): boolean {
  const address = socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''
  const isLoopback = address === '::1' || address.startsWith('127.')
  const name = (headers.host ?? '').replace(/:\d+$/, '')
  return isLoopback && names.has(name) && forwarding.every((header) => headers[header] === undefined)
}
