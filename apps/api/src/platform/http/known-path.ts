import type { FastifyInstance } from 'fastify'
import { ProblemError } from './problem.ts'

declare module 'fastify' {
  interface FastifyInstance {
    knownPaths: KnownPaths
  }
}

interface KnownPath {
  /** As the router has it: `/v1/households/:householdId`. */
  readonly pattern: string
  readonly segments: readonly string[]
  /** Sorts what is said literally before what is left open, from the left, as OpenAPI and the router choose. */
  readonly rank: string
  readonly methods: Set<string>
}

const isOpen = (segment: string) => segment.startsWith(':')

const segmentsOf = (url: string): string[] =>
  (url.split('?')[0] ?? '')
    .replace(/(?<=.)\/$/, '')
    .split('/')
    .map((segment) => {
      try {
        return decodeURIComponent(segment)
      } catch {
        return segment
      }
    })

const fits = ({ segments }: Pick<KnownPath, 'segments'>, asked: readonly string[]): boolean =>
  segments.length === asked.length &&
  segments.every((segment, at) => (isOpen(segment) ? asked[at] !== '' : segment === asked[at]))

/** Every address that is served, whoever serves it, and its methods. */
class KnownPaths {
  private readonly paths = new Map<string, KnownPath>()
  private readonly contested = new Map<string, boolean>()

  add(method: string | string[], url: string): void {
    // What answers every address serves none.
    if (url.includes('*')) return
    const segments = url.replace(/(?<=.)\/$/, '').split('/')
    const pattern = segments.join('/')
    const rank = segments.map((segment) => Number(isOpen(segment))).join('')
    const known = this.paths.get(pattern) ?? { pattern, segments, rank, methods: new Set() }
    for (const one of [method].flat()) known.methods.add(one)
    this.paths.set(pattern, known)
    this.contested.clear()
  }

  /** What is said to who asked for something that is not served there. */
  refusalOf(url: string): ProblemError {
    return new ProblemError(this.methodsAt(url).length > 0 ? 'method-not-allowed' : 'not-found')
  }

  /** The methods of the path that a URL means; none when nothing is there. */
  methodsAt(url: string): string[] {
    return [...(this.meantBy(url)?.methods ?? [])].toSorted()
  }

  /**
   * True where the router took an open segment for want of the method that was asked: `GET /x/special`, of which only
   * `POST` is served, is not `GET /x/{id}`.
   */
  isMistaken(pattern: string, url: string): boolean {
    return this.isContested(pattern) && this.meantBy(url)?.pattern !== pattern
  }

  private meantBy(url: string): KnownPath | undefined {
    const asked = segmentsOf(url)
    const [best] = [...this.paths.values()]
      .filter((path) => fits(path, asked))
      .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    return best
  }

  private isContested(pattern: string): boolean {
    const known = this.contested.get(pattern)
    if (known !== undefined) return known
    const own = this.paths.get(pattern)
    const isContested =
      own !== undefined &&
      [...this.paths.values()].some(({ rank, segments }) => rank < own.rank && fits(own, segments))
    this.contested.set(pattern, isContested)
    return isContested
  }
}

/** Refuses what is not there before anything of it is read. Must be called before the first route. */
export function knowPaths(fastify: FastifyInstance): void {
  const paths = new KnownPaths()
  fastify.decorate('knownPaths', paths)
  fastify.addHook('onRoute', ({ method, url }) => paths.add(method, url))
  fastify.addHook('onRequest', ({ is404, routeOptions, url }, _reply, done) => {
    const isMistaken = routeOptions.url !== undefined && paths.isMistaken(routeOptions.url, url)
    done(is404 || isMistaken ? paths.refusalOf(url) : undefined)
  })
}
