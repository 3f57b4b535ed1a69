import { Failure } from '../failure.mjs'
import { progress } from '../setup/progress.mjs'
import { base, baseIn, pullBase } from './base.mjs'
import { build, findBuilder, sizeOf } from './builder.mjs'
import { canMakeStandIn, makeStandIn } from './stand-in.mjs'

/**
 * Builds the image of the application with docker or buildah, and names the base it stands on.
 * @param {string[]} words the name of the image; `streamline` without
 */
export async function main([name = 'streamline']) {
  const builder = await findBuilder()
  const standsOn = await prepareBase(builder)
  await progress(`Building the image ${name} with ${builder.name}`, () => build(builder, name))
  console.log(`${name}: ${await sizeOf(builder, name)}, on ${standsOn}`)
  process.exit(0)
}

/** @param {import('./builder.mjs').Builder} builder */
async function prepareBase(builder) {
  const found = await baseIn(builder)
  if (found) return found
  const pulled = await progress(`Fetching ${base}`, () => pullBase(builder))
  if (pulled) return pulled
  const hindrance = await canMakeStandIn(builder)
  if (hindrance) throw new Failure(`${base} cannot be fetched, and no stand-in can be made: ${hindrance}`)
  await progress(`${base} cannot be fetched: making a stand-in of it`, () => makeStandIn(builder))
  return (await baseIn(builder)) ?? base
}
