import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../setup/root.mjs'
import { sbomOf } from './sbom.mjs'

const text = readFileSync(join(root, 'package-lock.json'), 'utf8')
const sbom = sbomOf(text)

test('15.1.2 says what we are made of: every package of the lock, with version, licence and hash', () => {
  expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 })
  expect(sbom.serialNumber).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/)
  const refs = sbom.components.map((component) => component['bom-ref'])
  expect(new Set(refs).size).toBe(refs.length)
  for (const { purl, version, hashes = [] } of sbom.components) {
    expect(purl).toMatch(/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+/)
    expect(version).toMatch(/^\d+\.\d+\.\d+/)
    for (const { alg, content } of hashes)
      expect([alg, content.length], purl).toBeOneOf([
        ['SHA-512', 128],
        ['SHA-1', 40],
      ])
  }
  const isProved = sbom.components.filter(({ hashes, scope }) => hashes !== undefined || scope !== 'required')
  expect(isProved.length).toBe(sbom.components.length)
})

test('15.1.2 names every package that is installed, in the version that is', () => {
  const known = new Set(sbom.components.map(({ name, version }) => `${name}@${version}`))
  const { packages } = /** @type {import('./sbom.mjs').Lock} */ (JSON.parse(text))
  for (const path of Object.keys(packages)) {
    const file = join(root, path, 'package.json')
    if (!path.includes('node_modules/') || packages[path]?.link === true || !existsSync(file)) continue
    const { name, version } = /** @type {{ name: string, version: string }} */ (
      JSON.parse(readFileSync(file, 'utf8'))
    )
    expect(known, path).toContain(`${name}@${version}`)
  }
})

const scopeOf = (/** @type {string} */ name) =>
  sbom.components.find((component) => component.name === name)?.scope

test('tells what runs from what only builds and tests', () => {
  expect([scopeOf('fastify'), scopeOf('vitest'), scopeOf('@nestjs/core')]).toEqual([
    'required',
    'excluded',
    'required',
  ])
})

test('15.2.1 pins every package that we name to one version, with a hash of what the registry gave', () => {
  const { packages } = /** @type {{ packages: Record<string, Record<string, unknown>> }} */ (JSON.parse(text))
  for (const [path, locked] of Object.entries(packages)) {
    if (path.includes('node_modules/')) {
      // What npm leaves out for other systems was filled in without a hash, and is never installed here.
      const isForeign = locked['optional'] === true && locked['os'] !== undefined
      // What comes inside another package is under the hash of that one.
      const isWithin = locked['inBundle'] === true
      if (locked['link'] !== true && !isForeign && !isWithin)
        expect(typeof locked['integrity'], path).toBe('string')
    } else
      for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'])
        for (const [name, wanted] of Object.entries(locked[kind] ?? {}))
          expect(wanted, `${path} ${name}`).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
  }
})
