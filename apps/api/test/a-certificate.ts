import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import * as tls from 'node:tls'

const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const { length } = body
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, Math.floor(length / 256), length % 256]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}
const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts)
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const utf8 = (text: string) => der(0x0c, Buffer.from(text))
const time = (text: string) => der(0x18, Buffer.from(text))

const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'))
/** Of two with one name a process that believes both would look at one. */
const aName = () => sequence(der(0x31, sequence(oid('550403'), utf8(`Streamline tests ${randomUUID()}`))))
const LOCALHOST = sequence(der(0x87, Buffer.from([127, 0, 0, 1])), der(0x82, Buffer.from('localhost')))
const EXTENSIONS = sequence(
  sequence(
    oid('551d13'),
    der(0x01, Buffer.from([0xff])),
    der(0x04, sequence(der(0x01, Buffer.from([0xff])))),
  ),
  sequence(oid('551d11'), der(0x04, LOCALHOST)),
)

const pem = (label: string, bytes: Buffer) =>
  `-----BEGIN ${label}-----\n${bytes.toString('base64').replaceAll(/(.{64})/g, '$1\n')}\n-----END ${label}-----\n`

/** A certificate for this machine that signs itself, made anew: no key of tests lies in the repository. */
export function aCertificate(): { key: string; cert: string } {
  const name = aName()
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const content = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ECDSA_SHA256,
    name,
    sequence(time('20200101000000Z'), time('21200101000000Z')),
    name,
    pair.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, EXTENSIONS),
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', content, pair.privateKey))
  const cert = pem('CERTIFICATE', sequence(content, ECDSA_SHA256, signature))
  return { key: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, cert }
}

/** Believed by this process until the answer is called. */
export function believed(cert: string): () => void {
  const before = tls.getCACertificates('default')
  tls.setDefaultCACertificates([...before, cert])
  return () => tls.setDefaultCACertificates(before)
}
