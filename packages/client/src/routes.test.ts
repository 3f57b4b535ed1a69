import { contract } from '@streamline/contract'
import { expect, test } from 'vitest'

const textOf = ({ '~orpc': { route } }: { '~orpc': { route: { method?: string; path?: string } } }): string =>
  `${route.method} ${route.path}`

test('the table of routes is the contract without its schemas (after a change of the contract: vitest run -u)', async () => {
  const table = Object.fromEntries(
    Object.entries(contract).map(([noun, group]) => [
      noun,
      Object.fromEntries(Object.entries(group).map(([name, route]) => [name, textOf(route)])),
    ]),
  )
  await expect(`${JSON.stringify(table, null, 2)}\n`).toMatchFileSnapshot('./routes.json')
})
