import { servedRoutes } from './route-plan.ts'

const patterns = new Map<string, RegExp>()

const patternOf = (path: string) => {
  const known =
    patterns.get(path) ?? new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}/?$`)
  patterns.set(path, known)
  return known
}

/** The methods that are served at a URL; none when nothing is there. */
export function methodsAt(url: string): string[] {
  const [path = ''] = url.split('?')
  return servedRoutes
    .filter((route) => patternOf(route.path).test(path))
    .flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
}
