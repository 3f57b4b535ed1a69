import { run } from '../failure.mjs'
import { installPackages } from './install.mjs'
import { continueOnOwnNode } from './own-node.mjs'
import { root } from './root.mjs'

/**
 * What every entry script does first, on any Node from 20: install the packages, then go on with the Node among them.
 * @param {() => Promise<{ main: (args: string[]) => Promise<void> }>} load
 * @param {readonly string[]} [workspaces] folders of those whose packages are needed; all where it is left out
 */
export function enter(load, workspaces) {
  return run(async () => {
    await installPackages(root, workspaces)
    if (await continueOnOwnNode(root)) return
    const { main } = await load()
    await main(process.argv.slice(2))
  })
}
