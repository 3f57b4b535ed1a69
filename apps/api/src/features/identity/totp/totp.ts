import { generateSecret, generateURI, verifySync } from 'otplib'

const STEP_SECONDS = 30
const NAME = 'Streamline'

/** 160 bits, as authenticator apps take them. */
export const newTotpSecret = () => generateSecret({ length: 20 })

export const totpUri = (secret: string, label: string) => generateURI({ issuer: NAME, label, secret })

/**
 * The step of a right code, this one or a neighbour (RFC 6238, 5.2: clocks differ and people type slowly); undefined
 * for a wrong code and for one of `lastStep` or before, which was used (ASVS 6.5.1).
 */
export function stepOfCode(
  secret: string,
  code: string,
  nowMs: number,
  lastStep: number | null,
): number | undefined {
  const epoch = Math.floor(nowMs / 1000)
  // The library refuses to be asked about a future beyond its reach.
  if (lastStep !== null && lastStep > Math.floor(epoch / STEP_SECONDS)) return undefined
  const result = verifySync({
    secret,
    token: code,
    epoch,
    epochTolerance: STEP_SECONDS,
    ...(lastStep === null ? {} : { afterTimeStep: lastStep }),
  })
  return result.valid && 'timeStep' in result ? result.timeStep : undefined
}
