import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'

/** Whether a HOST or an address of a connection is the loopback of this machine. */
export function isLoopback(host: string): boolean {
  const address = host.replace(/^::ffff:/i, '')
  return host === 'localhost' || host === '::1' || (isIP(address) === 4 && address.startsWith('127.'))
}

/** Whether a URL leads to this machine whoever follows it. */
export function isOfThisMachine({ hostname }: URL): boolean {
  return isLoopback(hostname.replace(/^\[(.*)\]$/, '$1')) || hostname.endsWith('.localhost')
}

const forwarding = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
]

/**
 * Whether a program on this machine spoke to us directly, and named us so: no proxy, no rebound name. A proxy on this
 * machine can look like that; where `publicUrl` is another host there is one, so nobody is.
 */
export function isFromThisMachine({ headers, socket }: FastifyRequest, publicUrl: URL): boolean {
  const named = `http://${headers.host ?? ''}`
  return (
    isOfThisMachine(publicUrl) &&
    isLoopback(socket.remoteAddress ?? '') &&
    URL.canParse(named) &&
    isOfThisMachine(new URL(named)) &&
    forwarding.every((header) => headers[header] === undefined)
  )
}
