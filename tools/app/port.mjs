import { createServer } from 'node:net'
import { Failure } from '../failure.mjs'

/**
 * Says early that the port cannot be used, before anything long is done.
 * @param {number} port
 * @param {string} host
 * @returns {Promise<void>}
 */
export function checkPort(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (/** @type {NodeJS.ErrnoException} */ { code }) =>
      reject(new Failure(explain(code, port, host))),
    )
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve()))
  })
}

/** @param {string | undefined} code @param {number} port @param {string} host */
function explain(code, port, host) {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program: stop it, or choose another with PORT`
  if (code === 'EACCES')
    return `Port ${port} needs rights that this user does not have: choose one above 1023 with PORT`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST=${host} is not an address of this machine`
  return `Port ${port} on ${host} cannot be used: ${code}`
}
