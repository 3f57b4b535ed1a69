import type { AnyContractRouter } from '@orpc/contract'
import table from './routes.json'

const routeOf = (text: string) => {
  const [method, path] = text.split(' ')
  return { '~orpc': { errorMap: {}, meta: {}, route: { method, path } } }
}

/**
 * What an app must know of the contract: method and path of each route. It is data, so that every bundler can read it;
 * schemas and descriptions stay with the service.
 */
export const routes = Object.fromEntries(
  Object.entries(table).map(([noun, group]) => [
    noun,
    Object.fromEntries(Object.entries(group).map(([name, text]) => [name, routeOf(text)])),
  ]),
) as AnyContractRouter
