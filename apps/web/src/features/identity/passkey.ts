import { ProblemError } from '@streamline/client'
import type { AskPasskey } from '@streamline/client/identity'
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'

export const hasPasskeys = 'PublicKeyCredential' in globalThis

/** Closed, timed out or refused by the device: a browser does not say which, and a person tries again. */
const unused = (): never => {
  throw new ProblemError('passkey-unused', 0)
}

/** Has the device answer with one of its passkeys. */
export const askPasskey: AskPasskey = async (options) => {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON
  return startAuthentication({ optionsJSON }).catch(unused)
}

/** Has the device make a new one. */
export const makePasskey: AskPasskey = async (options) => {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON
  return startRegistration({ optionsJSON }).catch(unused)
}
