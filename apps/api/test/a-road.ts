import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** A way to PostgreSQL that can be closed. */
export async function aRoad() {
  let target = new URL('postgres://localhost')
  const sockets = new Set<Socket>()
  const server: Server = createServer((from) => {
    const to = connect(Number(target.port), target.hostname)
    for (const socket of [from, to])
      sockets.add(socket.on('error', () => {}).on('close', () => sockets.delete(socket)))
    from.pipe(to).pipe(from)
  })
  let port = 0
  const open = async () => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as { port: number }).port
  }
  const close = async () => {
    if (!server.listening) return
    server.close()
    for (const socket of sockets) socket.destroy()
    await once(server, 'close')
  }
  await open()
  const through = (databaseUrl: string) => {
    target = new URL(databaseUrl)
    const url = new URL(databaseUrl)
    url.host = `127.0.0.1:${port}`
    return url.href
  }
  return { through, open, close }
}
