import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, extname, join, relative, sep } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { compressed, encodingFor, WORTH_IT, type Encoding } from './compression.ts'
import { methodsAt } from './known-path.ts'
import { ProblemError } from './problem.ts'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

interface File {
  content: Buffer
  type: string
  etag: string
  cacheControl: string
  encoded: Map<Encoding, Promise<Buffer>>
}

/** Serves the built web app from memory: its files, and its page for every other address that is not the API's. */
export async function serveWebApp(fastify: FastifyInstance, folder = webFolder()): Promise<void> {
  const files = await readFiles(folder)
  const serve = async (request: FastifyRequest, reply: FastifyReply) => {
    const path = decodeURI(request.url.split('?')[0] ?? '')
    const file = files.get(path) ?? (isPage(path, request) ? files.get('/index.html') : undefined)
    if (file === undefined)
      throw new ProblemError(methodsAt(path).length > 0 ? 'method-not-allowed' : 'not-found')
    return send(file, request, reply)
  }
  fastify.get('/*', serve)
}

/** Absent until the web app is built; then only the API is served. */
function webFolder(): string | undefined {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const dist = join(folder, 'apps', 'web', 'dist')
    if (existsSync(join(dist, 'index.html'))) return dist
  }
  return undefined
}

async function readFiles(folder: string | undefined): Promise<Map<string, File>> {
  const files = new Map<string, File>()
  if (folder === undefined) return files
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const path = join(entry.parentPath, entry.name)
    const url = `/${relative(folder, path).split(sep).join('/')}`
    files.set(url, fileOf(url, type, await readFile(path)))
  }
  const page = files.get('/index.html')
  return page === undefined ? files : files.set('/', page)
}

function fileOf(url: string, type: string, content: Buffer): File {
  // Vite puts a hash of the content into the names below /assets; everything else is asked for again.
  const cacheControl = url.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`
  return { content, type, etag, cacheControl, encoded: new Map() }
}

/** An address of the app, as opposed to a file or an API route that is not there. */
function isPage(path: string, { headers }: FastifyRequest): boolean {
  if (/^\/(v1|health|docs|dev|\.well-known)(\/|$)/.test(path) || /\.[^/]*$/.test(path)) return false
  return headers.accept === undefined || /text\/html|\*\/\*/.test(headers.accept)
}

async function send(file: File, request: FastifyRequest, reply: FastifyReply) {
  reply.headers({ 'Cache-Control': file.cacheControl, ETag: file.etag, Vary: 'Accept-Encoding' })
  // A browser takes the headers of a 304 over into what it kept, so the page's own policy has to stand there too.
  reply.header('Content-Type', file.type)
  if (request.headers['if-none-match']?.includes(file.etag)) return reply.status(304).send()
  const isText = file.type.includes('charset') && file.content.length >= WORTH_IT
  const encoding = isText ? encodingFor(request.headers['accept-encoding']) : undefined
  if (encoding === undefined) return reply.send(file.content)
  const body = file.encoded.get(encoding) ?? compressed(encoding, file.content, 9)
  file.encoded.set(encoding, body)
  return reply.header('Content-Encoding', encoding).send(await body)
}
