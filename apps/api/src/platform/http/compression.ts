import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

export type Encoding = 'br' | 'gzip'

const compressions = { br: promisify(brotliCompress), gzip: promisify(gzip) }

/** A packet holds about this much; less gains nothing. */
export const WORTH_IT = 1400

export function encodingFor(accepted: string | undefined): Encoding | undefined {
  return accepts(accepted, 'br') ? 'br' : accepts(accepted, 'gzip') ? 'gzip' : undefined
}

/** True when an `Accept-Encoding` names the encoding and does not forbid it. */
export function accepts(accepted: string | undefined, encoding: Encoding): boolean {
  if (accepted === undefined) return false
  const names = accepted.split(',').filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
  return names.some((part) => part.trim().split(';')[0]?.trim().toLowerCase() === encoding)
}

/** Brotli at `quality`; 4 costs about as much as gzip and makes less of it. */
export function compressed(encoding: Encoding, content: string | Buffer, quality = 4): Promise<Buffer> {
  if (encoding === 'gzip') return compressions.gzip(content, {})
  return compressions.br(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  })
}

/** Text answers that are long enough leave compressed. */
export function compressAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < WORTH_IT || reply.hasHeader('Content-Encoding'))
      return payload
    reply.header('Vary', 'Accept-Encoding')
    const encoding = encodingFor(request.headers['accept-encoding'])
    if (encoding === undefined) return payload
    const body = await compressed(encoding, payload)
    reply.header('Content-Encoding', encoding).removeHeader('Content-Length')
    return body
  })
}
