import type { Socket } from 'node:net'
import { problems, type Problem, type ProblemCode } from '@streamline/contract'

/**
 * Answers what is not HTTP enough to become a request: broken framing, two lengths (request smuggling), headers beyond
 * every measure. Nothing more is read from such a connection.
 */
export function answerBrokenRequest({ code }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const isLarge = code === 'HPE_HEADER_OVERFLOW'
  const refusal: ProblemCode = isLarge ? 'too-large' : 'invalid-input'
  const status = isLarge ? 431 : 400
  const body: Problem = {
    type: `/docs#${refusal}`,
    title: problems[refusal].title,
    status,
    detail: problems[refusal].title,
    code: refusal,
    requestId: '',
  }
  const text = JSON.stringify(body)
  const lines = [
    `HTTP/1.1 ${status} ${isLarge ? 'Request Header Fields Too Large' : 'Bad Request'}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ]
  socket.end(`${lines.join('\r\n')}\r\n\r\n${text}`)
}
