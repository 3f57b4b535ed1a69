import { readFile } from 'node:fs/promises'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

const isOfApi = (path: string): boolean => /^\/(?:v1|health|docs|dev)(?:\/|$)/.test(path)

/** The same place in front of an API, whichever build is released there: files of the build before are gone, as with a new image. */
export const serveBuilds = async (api: string) => {
  let folder = ''
  let isAway = false

  const forward = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    // The API knows another address of itself, and would take this one's pages for those of a stranger.
    const headers = { ...incoming.headers, origin: api, host: new URL(api).host }
    const onward = request(`${api}${incoming.url}`, { method: incoming.method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    outgoing.on('close', () => onward.destroy())
    incoming.pipe(onward)
  }

  const sendFile = async (path: string, outgoing: ServerResponse): Promise<void> => {
    const isPage = extname(path) === ''
    const file = isPage ? '/index.html' : path
    const bytes = await readFile(join(folder, file)).catch(() => null)
    if (bytes === null) return void outgoing.writeHead(404).end()
    outgoing.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'cache-control': file.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
    outgoing.end(bytes)
  }

  const server = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? '/', api)
    if (isAway) incoming.socket.destroy()
    else if (isOfApi(pathname)) forward(incoming, outgoing)
    else void sendFile(pathname, outgoing)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    release: (built: string) => {
      folder = built
    },
    /** Nobody answers any more, or somebody does again. */
    setAway: (away: boolean) => {
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
