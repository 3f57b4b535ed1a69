import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { Client } from 'pg'

/** Starts one of the processes of this folder, or a bundled one by its path, and waits until it listens. */
export async function start(name, env) {
  const path = name.includes('/') ? name : new URL(`./${name}-process.mjs`, import.meta.url)
  const child = fork(path, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const told = (type) =>
    new Promise((resolve) => {
      const listen = (message) => {
        if (message.type !== type) return
        child.off('message', listen)
        resolve(message)
      }
      child.on('message', listen)
    })
  const ended = new Promise((_, reject) =>
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`))),
  )
  ended.catch(() => {})
  await Promise.race([told('ready'), ended])
  return {
    url: `http://127.0.0.1:${env.PORT}`,
    /** Milliseconds of CPU so far, user and system. */
    cpu: async () => {
      const answer = told('cpu')
      child.send('cpu')
      const { user, system } = (await answer).usage
      return (user + system) / 1000
    },
    /** Lets the process do something that it knows by this type. */
    ask: async (question) => {
      const answer = told(question.type)
      child.send(question)
      return Promise.race([answer, ended])
    },
    stop: () => {
      child.removeAllListeners('exit')
      child.kill()
    },
  }
}

export async function freePort() {
  const server = createServer()
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return String(port)
}

/** Milliseconds of CPU of the connections that a database serves now; null where the system does not tell. */
export async function postgresCpu(databaseUrl) {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query(
    'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await client.end()
  try {
    return rows.reduce((sum, { pid }) => sum + cpuOf(pid), 0)
  } catch {
    return null
  }
}

/** Linux counts in hundredths of a second. */
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}
