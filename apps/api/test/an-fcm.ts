import { generateKeyPairSync } from 'node:crypto'
import { jwtVerify, type JWTPayload } from 'jose'
import { aTlsPeer, type Got, type Reply, type TlsPeer } from './a-tls-peer.ts'

const FCM_ERROR = 'type.googleapis.com/google.firebase.fcm.v1.FcmError'
const BAD_REQUEST = 'type.googleapis.com/google.rpc.BadRequest'

/** An error as FCM words it. */
export const fcmError = (
  status: number,
  said: string,
  { code, fields, headers = {} }: { code?: string; fields?: string[]; headers?: Record<string, string> } = {},
): Reply => ({
  status,
  headers,
  body: {
    error: {
      code: status,
      message: 'A sentence for people.',
      status: said,
      details: [
        ...(code === undefined ? [] : [{ '@type': FCM_ERROR, errorCode: code }]),
        ...(fields === undefined
          ? []
          : [
              { '@type': BAD_REQUEST, fieldViolations: fields.map((field) => ({ field, description: 'x' })) },
            ]),
      ],
    },
  },
})

export interface FcmPeer {
  readonly env: Record<string, string>
  readonly cert: string
  /** Messages that came with a token that was given out, as they were sent. */
  readonly messages: { token: string; [key: string]: unknown }[]
  /** What was signed to get one. */
  readonly assertions: JWTPayload[]
  readonly got: Got[]
  answer: (message: { token: string }) => Reply
  tokenAnswer: () => Reply | null
  close(): Promise<void>
}

/** Firebase Cloud Messaging and Google's exchange of tokens as this machine speaks them: signatures, tokens and forms are checked. */
export async function anFcm(): Promise<FcmPeer> {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const given = new Set<string>()
  const peer: TlsPeer = await aTlsPeer((got) => replyTo(got))
  const fcm: FcmPeer = {
    env: {
      FCM_URL: peer.url,
      FCM_SERVICE_ACCOUNT: JSON.stringify({
        type: 'service_account',
        project_id: 'streamline-tests',
        client_email: 'push@streamline-tests.iam.gserviceaccount.com',
        private_key: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }),
        token_uri: `${peer.url}/token`,
      }),
      OUTGOING_PRIVATE: '127.0.0.0/8',
    },
    cert: peer.cert,
    messages: [],
    assertions: [],
    got: peer.got,
    answer: () => ({ status: 200, body: { name: 'projects/streamline-tests/messages/1' } }),
    tokenAnswer: () => null,
    close: () => peer.close(),
  }

  const exchange = (got: Got): Reply => {
    const refused = fcm.tokenAnswer()
    if (refused !== null) return refused
    const form = new URLSearchParams(got.body.toString())
    const token = `ya29.${given.size}`
    return (response) => {
      void jwtVerify(form.get('assertion') ?? '', pair.publicKey, {
        audience: `${peer.url}/token`,
      }).then(
        ({ payload }) => {
          fcm.assertions.push(payload)
          given.add(`Bearer ${token}`)
          response.writeHead(200, { 'Content-Type': 'application/json' })
          return response.end(JSON.stringify({ access_token: token, expires_in: 3599, token_type: 'Bearer' }))
        },
        () => response.writeHead(400).end('{"error":"invalid_grant"}'),
      )
    }
  }
  const replyTo = (got: Got): Reply => {
    if (got.path === '/token') return exchange(got)
    if (got.path !== '/v1/projects/streamline-tests/messages:send') return fcmError(404, 'NOT_FOUND')
    if (!given.has(got.headers.authorization ?? '')) return fcmError(401, 'UNAUTHENTICATED')
    if (got.body.byteLength > 4096) return fcmError(400, 'INVALID_ARGUMENT', { fields: ['message'] })
    const { message } = JSON.parse(got.body.toString())
    const reply = fcm.answer(message)
    if (typeof reply === 'object' && reply.status === 200) fcm.messages.push(message)
    return reply
  }
  return fcm
}
