import { createHmac } from 'node:crypto'
import { test } from 'vitest'
import { makeFamily } from './family.ts'
import { setStage } from './stage.ts'
import { picture } from './walk.ts'

const stage = setStage()

const step = 30_000

/** The bytes of a secret as apps for codes read it (RFC 4648, base 32). */
const bytesOf = (secret: string): Buffer => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret.replaceAll('=', '')]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** The code that an app shows at that time (RFC 6238). */
const codeAt = (secret: string, at: number): string => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / step)))
  const hash = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const from = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** What the clock of the application shows. */
const readClock = async (): Promise<number> => {
  const response = await fetch(`${stage.api}/v1/test/clock`)
  return Date.parse(((await response.json()) as { now: string }).now)
}

test('who has a second step types the code of the app after the password; a wrong one is told', async () => {
  const { call, ...person } = await makeFamily(stage.api)
  const { secret = '' } = await call('POST', '/v1/me/totp', {})
  const now = await readClock()
  await call('POST', '/v1/me/totp/confirm', { code: codeAt(secret, now) })
  const visit = await stage.open()
  const { page } = visit
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).last().click()
  await page.getByRole('alert').first().waitFor()
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).last().click()
  const code = page.getByLabel('Six-digit code')
  await code.fill('000000')
  await picture(visit, 'second-step')
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByRole('alert').first().waitFor()
  // A code works once: the next one is due half a minute later.
  await code.fill(codeAt(secret, now + step))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor()
})
