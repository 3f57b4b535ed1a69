import { generateSync } from 'otplib'
import type { Page } from 'playwright-core'
import { moveClock, readClock } from './clock.ts'

const step = 30_000

/** The code that an app shows now. */
export const codeNow = async (origin: string, secret: string): Promise<string> =>
  generateSync({ secret, epoch: Math.floor((await readClock(origin)) / 1000) })

/** The code that an app shows once the one before it is over: a code works once. */
export const nextCode = async (origin: string, secret: string): Promise<string> => {
  const then = (await readClock(origin)) + step
  await moveClock(origin, new Date(then).toISOString())
  return generateSync({ secret, epoch: Math.floor(then / 1000) })
}

/** Gives the window a device with a fingerprint reader, whose owner always agrees. */
export const addFingerprintReader = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}
