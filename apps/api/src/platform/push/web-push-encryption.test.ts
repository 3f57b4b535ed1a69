import { expect, it } from 'vitest'
import { aBrowserPush } from '../../../test/a-browser-push.ts'
import { encryptedPush } from './web-push-encryption.ts'

/** RFC 8291, appendix A. */
const example = {
  text: 'When I grow up, I want to be a watermelon',
  privateKey: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
  salt: 'DGv6ra1nlYgDCS1FRnbzlw',
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  theirPrivateKey: 'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94',
  body: [
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml',
    'mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT',
    'pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  ].join(''),
}

it('a message is sealed byte for byte as the example of the RFC', () => {
  const { text, p256dh, auth } = example
  const once = {
    privateKey: Buffer.from(example.privateKey, 'base64url'),
    salt: Buffer.from(example.salt, 'base64url'),
  }
  expect(encryptedPush(text, { p256dh, auth }, once).toString('base64url')).toBe(example.body)
})

it('a browser opens the example, and what is sealed for it', () => {
  const theirs = aBrowserPush({ privateKey: example.theirPrivateKey, auth: example.auth })
  expect(theirs.opened(Buffer.from(example.body, 'base64url'))).toBe(example.text)
  const browser = aBrowserPush()
  expect(browser.opened(encryptedPush('आज ₹649', browser.keys))).toBe('आज ₹649')
})

it('no two are sealed alike, and a key that is no point of the curve seals nothing', () => {
  const { keys } = aBrowserPush()
  expect(encryptedPush('x', keys)).not.toEqual(encryptedPush('x', keys))
  expect(() => encryptedPush('x', { ...keys, p256dh: 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA' })).toThrow()
})
