import { existsSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import serveFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Env } from '../../env.ts'
import { languageOf } from './language.ts'
import { allowPage, allowWorker } from './security-headers.ts'

/** Serves the built web app: its files, and its page for every other address that is not the API's. */
export async function serveWebApp(
  fastify: FastifyInstance,
  { isDemoOffered }: Pick<Env, 'isDemoOffered'>,
  folder = webFolder(),
): Promise<void> {
  if (folder !== undefined) {
    await serveFilesOf(fastify, folder)
    serveLanding(fastify, isDemoOffered)
  }
  fastify.get('/*', (request, reply) => {
    const path = decodeURI(request.url.split('?')[0] ?? '')
    if (folder !== undefined && isPage(path, request)) return reply.sendFile('index.html')
    throw request.server.knownPaths.refusalOf(request.url)
  })
}

/** The first page of strangers, as the build drew it in the language that the visitor reads. */
function serveLanding(fastify: FastifyInstance, isDemoOffered: boolean): void {
  fastify.get('/', (request, reply) => {
    reply.header('Vary', 'Accept-Language, Cookie')
    return reply.sendFile(`landing-${languageOf(request)}${isDemoOffered ? '-demo' : ''}.html`)
  })
}

/** Absent until the web app is built; then only the API is served. */
function webFolder(): string | undefined {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const dist = join(folder, 'apps', 'web', 'dist')
    if (existsSync(join(dist, 'index.html'))) return dist
  }
  return undefined
}

/** One route per file that is there now: no address can name anything else. */
async function serveFilesOf(fastify: FastifyInstance, folder: string): Promise<void> {
  const assets = join(folder, 'assets') + sep
  await fastify.register(serveFiles, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders(reply: FastifyReply, path: string) {
      // Vite puts a hash of the content into the names of assets; everything else is asked for again.
      const isForever = path.startsWith(assets)
      reply.header('Cache-Control', isForever ? 'public, max-age=31536000, immutable' : 'no-cache')
      if (/\.html(?:\.(?:br|gz))?$/.test(path)) allowPage(reply)
      if (/^service-worker\.js(?:\.(?:br|gz))?$/.test(basename(path))) allowWorker(reply)
    },
  })
}

/** An address of the app, as opposed to a file or an API route that is not there. */
function isPage(path: string, { headers }: FastifyRequest): boolean {
  if (/^\/(v1|health|docs|dev|\.well-known)(\/|$)/.test(path) || /\.[^/]*$/.test(path)) return false
  return headers.accept === undefined || /text\/html|\*\/\*/.test(headers.accept)
}
