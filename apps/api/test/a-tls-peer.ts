import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { aCertificate, believed } from './a-certificate.ts'

export interface Got {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** What is answered; a function holds the connection as it likes. */
export type Reply =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown }
  | ((response: ServerResponse) => void)

export interface TlsPeer {
  readonly url: string
  /** For processes beside this one. */
  readonly cert: string
  readonly got: Got[]
  close(): Promise<void>
}

/** A server over TLS, by a certificate that this process believes, that keeps what it gets. */
export async function aTlsPeer(reply: (got: Got) => Reply): Promise<TlsPeer> {
  const certificate = aCertificate()
  const giveBack = believed(certificate.cert)
  const got: Got[] = []
  const server = createServer(certificate, (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request
      const one = { method, path, headers, body: Buffer.concat(chunks) }
      got.push(one)
      const answer = reply(one)
      if (typeof answer === 'function') return answer(response)
      response.writeHead(answer.status, answer.headers)
      response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {}))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `https://127.0.0.1:${port}`,
    cert: certificate.cert,
    got,
    close: async () => {
      giveBack()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
