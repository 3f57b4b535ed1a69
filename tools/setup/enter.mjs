import { run } from '../failure.mjs'
import { installPackages } from './install.mjs'
import { continueOnOwnNode } from './own-node.mjs'
import { root } from './root.mjs'

/**
 * What every entry script does first, on any Node from 20: install the packages, then go on with the Node among them.
 * @param {() => Promise<{ main: (args: string[]) => Promise<void> }>} load
 */
export function enter(load) {
  return run(async () => {
    await installPackages(root)
    if (await continueOnOwnNode(root)) return
    const { main } = await load()
    await main(process.argv.slice(2))
  })
}
