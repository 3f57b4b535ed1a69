import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface Received {
  to: string[]
  /** Headers and body, as they came. */
  raw: string
}

export interface SmtpPeer {
  url: string
  port: number
  received: Received[]
  close(): Promise<void>
}

/** A real mail server that keeps what it gets, and refuses `refuses`; it says that it has a letter after `beforeAnswer`. */
export async function startSmtpPeer(
  port = 0,
  refuses: string | readonly string[] = '',
  beforeAnswer: (got: Received) => Promise<void> = () => Promise.resolve(),
): Promise<SmtpPeer> {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) =>
      done(
        [refuses].flat().includes(address)
          ? Object.assign(new Error('no such person'), { responseCode: 550 })
          : null,
      ),
    onData: (stream, session, done) => {
      const answer = async (got: Received) => {
        await beforeAnswer(got)
        done()
      }
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        const got = { to, raw: Buffer.concat(chunks).toString() }
        received.push(got)
        void answer(got)
      })
    },
  })
  // Who is killed in the middle of a letter ends the connection, not the server.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: taken } = server.server.address() as AddressInfo
  const close = () => new Promise<void>((resolve) => server.close(resolve))
  return { url: `smtp://127.0.0.1:${taken}`, port: taken, received, close }
}
