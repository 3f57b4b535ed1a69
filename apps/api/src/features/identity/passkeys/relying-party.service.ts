import { Inject, Injectable } from '@nestjs/common'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { ENV, type Env } from '../../../env.ts'
import type { PasskeyRow } from './passkey.repository.ts'
import type { PasskeyAnswer } from './passkey.types.ts'

/** How long a person may take; the challenge lives as long. */
export const CHALLENGE_LIFETIME = 5 * 60_000

/** COSE: EdDSA, ES256, RS256. */
const ALGORITHMS = [-8, -7, -257]

type Response = PasskeyAnswer['response']
type Known = Pick<PasskeyRow, 'credentialId' | 'transports'>
type Kept = Pick<PasskeyRow, 'credentialId' | 'publicKey' | 'counter' | 'transports' | 'backedUp'>

const namesOf = (keys: readonly Known[]) =>
  keys.map(({ credentialId, transports }) => ({ id: credentialId, transports }))

/** How authenticators know an account: its id, which tells nobody who it is. */
const handleOf = (userId: string) => Buffer.from(userId.replaceAll('-', ''), 'hex')

/** We, as authenticators know us: the host of PUBLIC_URL. Passkeys do not work for an address without a name. */
@Injectable()
export class RelyingPartyService {
  private readonly id: string
  private readonly origin: string

  constructor(@Inject(ENV) { publicUrl }: Env) {
    this.id = publicUrl.hostname
    this.origin = publicUrl.origin
  }

  questionForNew(user: { id: string; email: string; name: string }, existing: readonly Known[]) {
    return generateRegistrationOptions({
      rpID: this.id,
      rpName: 'Streamline',
      userID: Uint8Array.from(handleOf(user.id)),
      userName: user.email,
      userDisplayName: user.name,
      timeout: CHALLENGE_LIFETIME,
      excludeCredentials: namesOf(existing),
      supportedAlgorithmIDs: ALGORITHMS,
      // Only a key that the device finds by itself signs in without an e-mail.
      authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    })
  }

  /** Without `keys` the person chooses; the device then has to know who holds it. */
  question(keys: readonly Known[] | null) {
    return generateAuthenticationOptions({
      rpID: this.id,
      timeout: CHALLENGE_LIFETIME,
      ...(keys === null
        ? { userVerification: 'required' }
        : { allowCredentials: namesOf(keys), userVerification: 'preferred' }),
    })
  }

  /** What to keep of a new passkey; undefined for one that does not prove what it says. */
  async checkNew({ response, ...rest }: Response, challenge: string): Promise<Kept | undefined> {
    const { clientDataJSON, attestationObject, transports = [] } = response
    if (attestationObject === undefined) return undefined
    const answer = await verifyRegistrationResponse({
      response: { ...rest, response: { clientDataJSON, attestationObject }, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: this.origin,
      expectedRPID: this.id,
      requireUserVerification: false,
      supportedAlgorithmIDs: ALGORITHMS,
    }).catch(() => undefined)
    if (answer?.verified !== true) return undefined
    const { credential, credentialBackedUp } = answer.registrationInfo
    return {
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports,
      backedUp: credentialBackedUp,
    }
  }

  /** The use of a passkey; undefined when it is not right, or counts no further than before. */
  async checkUse(
    { response, ...rest }: Response,
    challenge: string,
    { userId, credentialId, publicKey, counter }: PasskeyRow,
  ): Promise<{ counter: number; backedUp: boolean; isVerified: boolean } | undefined> {
    const { clientDataJSON, authenticatorData, signature, userHandle } = response
    if (authenticatorData === undefined || signature === undefined) return undefined
    // WebAuthn 7.2: the account that the authenticator names is the one that the key belongs to.
    if (typeof userHandle === 'string' && !Buffer.from(userHandle, 'base64url').equals(handleOf(userId)))
      return undefined
    const handle = typeof userHandle === 'string' ? { userHandle } : {}
    const answer = await verifyAuthenticationResponse({
      response: {
        ...rest,
        response: { clientDataJSON, authenticatorData, signature, ...handle },
        clientExtensionResults: {},
      },
      expectedChallenge: challenge,
      expectedOrigin: this.origin,
      expectedRPID: this.id,
      credential: { id: credentialId, publicKey: Uint8Array.from(publicKey), counter },
      requireUserVerification: false,
    }).catch(() => undefined)
    if (answer?.verified !== true) return undefined
    const { newCounter, credentialBackedUp, userVerified } = answer.authenticationInfo
    return { counter: newCounter, backedUp: credentialBackedUp, isVerified: userVerified }
  }
}
