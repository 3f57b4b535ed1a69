import * as z from 'zod'
import { userSchema } from './sign-in.contract.ts'
import { householdSchema } from '../households.contract.ts'
import { route } from '../route.ts'
import { nameSchema } from '../value.schema.ts'

export const localeSchema = z.enum(['en', 'hi'])

export const meSchema = userSchema.extend({
  locale: localeSchema.nullable(),
  permissions: z.array(z.string()).describe('On the whole installation; most people have none'),
  households: z.array(householdSchema),
})

export const meContract = {
  read: route({
    method: 'GET',
    path: '/v1/me',
    tag: 'me',
    summary: 'Who is signed in, and their households',
    access: 'user',
    scope: 'profile.read',
  })
    .input(z.strictObject({}))
    .output(meSchema),

  update: route({
    method: 'PATCH',
    path: '/v1/me',
    tag: 'me',
    summary: 'Change name or language',
    access: 'user',
  })
    .input(z.strictObject({ name: nameSchema.optional(), locale: localeSchema.optional() }))
    .output(meSchema),
}
