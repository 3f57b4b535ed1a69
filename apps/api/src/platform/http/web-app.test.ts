import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import cookie from '@fastify/cookie'
import { fastify } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEnv } from '../../env.ts'
import { compressAnswers } from './compression.ts'
import { knowPaths } from './known-path.ts'
import { sendProblem } from './problem.filter.ts'
import { addSecurityHeaders } from './security-headers.ts'
import { answerUnchanged } from './unchanged.ts'
import { serveWebApp } from './web-app.ts'

const page = `<!doctype html><title>Packed</title>${'<p>x</p>'.repeat(400)}`

describe('the web app', () => {
  const server = fastify()
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'streamline-web-'))
    await mkdir(join(folder, 'assets'))
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Streamline</title>')
    for (const name of ['en', 'en-demo', 'hi', 'hi-demo'])
      await writeFile(
        join(folder, `landing-${name}.html`),
        `<!doctype html><title>Streamline ${name}</title>${'<p>x</p>'.repeat(name.length)}`,
      )
    await writeFile(join(folder, 'assets', 'main-abc.js'), `export const text = '${'x'.repeat(5000)}'`)
    await writeFile(join(folder, 'service-worker.js'), 'addEventListener("fetch", () => {})')
    await writeFile(join(folder, 'packed.html'), page)
    await writeFile(join(folder, 'packed.html.br'), brotliCompressSync(page))
    await writeFile(join(folder, '.env'), 'SECRET=1')
    knowPaths(server)
    const env = readEnv({ DATABASE_URL: 'postgres://localhost/x', APP_SECRET: 'x'.repeat(32) })
    addSecurityHeaders(server, env)
    await server.register(cookie)
    server.setErrorHandler((error, request, reply) => sendProblem(error, request, reply))
    answerUnchanged(server)
    await compressAnswers(server)
    await serveWebApp(server, env, folder)
  })
  afterAll(async () => {
    await server.close()
    await rm(folder, { recursive: true })
  })

  const get = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers })

  it('answers every address of the app with its page, under a strict policy', async () => {
    for (const url of ['/', '/subscriptions', '/subscriptions/new?plan=x', '/index.html']) {
      const { statusCode, headers, body } = await get(url, { accept: 'text/html' })
      expect([statusCode, headers['cache-control']], url).toEqual([200, 'no-cache'])
      expect(body).toContain('<title>Streamline')
      expect(headers['content-security-policy']).toContain("script-src 'self';")
      expect(headers['content-security-policy']).not.toContain('unsafe')
    }
  })

  it('keeps files with a hash in their name for a year', async () => {
    const { headers } = await get('/assets/main-abc.js')
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(headers['content-type']).toBe('application/javascript; charset=utf-8')
  })

  it('shows strangers the first page in the language that they read, and says what that depends on', async () => {
    const asked: [Record<string, string>, string][] = [
      [{}, 'en-demo'],
      [{ 'accept-language': 'hi-IN,hi;q=0.9,en;q=0.8' }, 'hi-demo'],
      [{ 'accept-language': 'en;q=0.7, mr, hi;q=0.9' }, 'hi-demo'],
      [{ 'accept-language': 'fr, hi;q=0' }, 'en-demo'],
      [{ 'accept-language': 'de-DE, en-GB;q=0.5, hi;q=0.4' }, 'en-demo'],
      [{ 'accept-language': 'en', cookie: 'streamline-language=hi' }, 'hi-demo'],
      [{ 'accept-language': 'hi', cookie: 'streamline-language=en' }, 'en-demo'],
      [{ 'accept-language': 'hi', cookie: 'streamline-language=../../etc' }, 'hi-demo'],
    ]
    for (const [sent, name] of asked) {
      const { headers, body } = await get('/', { accept: 'text/html', ...sent })
      expect(body, JSON.stringify(sent)).toContain(`<title>Streamline ${name}</title>`)
      expect(headers['content-security-policy']).toContain("script-src 'self';")
      expect(String(headers['vary']).toLowerCase()).toMatch(/accept-language, cookie/)
      const again = await get('/', { ...sent, 'if-none-match': String(headers.etag) })
      expect([again.statusCode, again.headers['vary']]).toEqual([304, headers['vary']])
    }
  })

  it('offers no demo on the first page where there is none', async () => {
    const other = fastify()
    await other.register(cookie)
    await serveWebApp(other, { isDemoOffered: false }, folder)
    expect((await other.inject('/')).body).toContain('<title>Streamline en</title>')
    await other.close()
  })

  it('asks for the service worker again each time, and lets it fetch from here and nothing else', async () => {
    const { headers } = await get('/service-worker.js')
    expect(headers['cache-control']).toBe('no-cache')
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';frame-ancestors 'none';connect-src 'self'",
    )
  })

  it('sends what the build packed as it lies there, a page under the same policy, also when it did not change', async () => {
    const asked = { accept: 'text/html', 'accept-encoding': 'gzip, br' }
    const { headers, rawPayload } = await get('/packed.html', asked)
    expect([headers['content-encoding'], headers['content-type']]).toEqual(['br', 'text/html; charset=utf-8'])
    expect(String(brotliDecompressSync(rawPayload))).toBe(page)
    expect(headers['content-security-policy']).toContain("script-src 'self';")
    expect(String(headers['vary'])).toMatch(/accept-encoding/i)
    const unchanged = await get('/packed.html', { ...asked, 'if-none-match': String(headers.etag) })
    expect(unchanged.statusCode).toBe(304)
    expect(unchanged.headers['content-security-policy']).toContain("script-src 'self';")
    expect((await get('/packed.html', { 'accept-encoding': 'identity' })).body).toBe(page)
  })

  it('sends a page again only when it changed', async () => {
    const { headers } = await get('/')
    const unchanged = await get('/', { 'if-none-match': String(headers.etag), 'accept-encoding': 'br' })
    expect([unchanged.statusCode, unchanged.body]).toEqual([304, ''])
    for (const name of ['content-security-policy', 'cache-control', 'etag'])
      expect(unchanged.headers[name], name).toBe(headers[name])
    expect((await get('/', { 'if-none-match': '"other"' })).statusCode).toBe(200)
  })

  it('compresses by what the browser reads', async () => {
    const encodings = ['gzip, deflate, br', 'gzip', 'identity', 'br;q=0, gzip']
    const answers = await Promise.all(
      encodings.map((accepted) => get('/assets/main-abc.js', { 'accept-encoding': accepted })),
    )
    expect(answers.map(({ headers }) => headers['content-encoding'])).toEqual([
      'br',
      'gzip',
      undefined,
      'gzip',
    ])
    expect(answers[0]?.rawPayload.length).toBeLessThan(200)
  })

  it('gives no page for a file or an API route that is not there, and nothing outside its folder', async () => {
    const paths = [
      '/assets/main-old.js',
      '/v1/nothing',
      '/.env',
      '/../package.json',
      '/%2e%2e/package.json',
      '/..%2f.env',
    ]
    for (const url of paths) {
      const { statusCode, headers } = await get(url)
      expect([statusCode, headers['content-type']], url).toEqual([
        404,
        'application/problem+json; charset=utf-8',
      ])
    }
  })
})
