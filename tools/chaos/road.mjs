import { once } from 'node:events'
import { connect, createServer } from 'node:net'

/**
 * A way to a server that can be closed (refused) or frozen (nothing arrives any more, nobody is told).
 * @param {{ host: string, port: number }} target
 */
export async function buildRoad(target) {
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set()
  let isFrozen = false
  const server = createServer((from) => {
    const to = connect(target.port, target.host)
    for (const socket of [from, to]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        from.destroy()
        to.destroy()
      })
    }
    from.pipe(to).pipe(from)
    if (isFrozen) from.pause()
  })
  let port = 0
  const open = async () => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    port = typeof address === 'object' && address ? address.port : 0
  }
  await open()
  return {
    port,
    open,
    close: async () => {
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
    freeze: async () => {
      isFrozen = true
      for (const socket of sockets) socket.pause()
    },
    thaw: async () => {
      isFrozen = false
      for (const socket of sockets) socket.resume()
    },
  }
}
