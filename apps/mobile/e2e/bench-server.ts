import { readFile } from 'node:fs/promises'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
}

const isOfApi = (path: string): boolean => /^\/(?:v1|health|dev)(?:\/|$)/.test(path)

/** The app as a page, in front of an API that sees it as it sees a phone: no origin, no cookies. */
export const serveBench = async (api: string, folder: string) => {
  let isAway = false

  const forward = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const { origin: _origin, cookie: _cookie, referer: _referer, ...rest } = incoming.headers
    const headers = Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith('sec-')))
    const onward = request(
      `${api}${incoming.url}`,
      { method: incoming.method, headers: { ...headers, host: new URL(api).host } },
      (answer) => {
        const { 'set-cookie': _set, ...kept } = answer.headers
        outgoing.writeHead(answer.statusCode ?? 502, kept)
        answer.pipe(outgoing)
      },
    )
    onward.on('error', () => outgoing.destroy())
    outgoing.on('close', () => onward.destroy())
    incoming.pipe(onward)
  }

  const sendFile = async (path: string, outgoing: ServerResponse): Promise<void> => {
    const file = extname(path) === '' ? '/index.html' : path
    const bytes = await readFile(join(folder, file)).catch(() => null)
    if (bytes === null) return void outgoing.writeHead(404).end()
    outgoing.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(bytes)
  }

  const server = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? '/', api)
    if (!isOfApi(pathname)) void sendFile(pathname, outgoing)
    else if (isAway) incoming.socket.destroy()
    else forward(incoming, outgoing)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    /** The API does not answer any more, or does again; the app itself is on the device. */
    setAway: (away: boolean): void => {
      isAway = away
      if (away) server.closeAllConnections()
    },
    stop: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}
