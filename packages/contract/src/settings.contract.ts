import * as z from 'zod'
import { route } from './route.ts'

/** What the pages must know before anybody signs in. */
export const settingsSchema = z.strictObject({
  demo: z.boolean().describe('The demo household is offered'),
  version: z.string(),
  issuers: z.array(z.strictObject({ id: z.string(), name: z.string() })).describe('Sign in with these'),
  mailbox: z.boolean().describe('Mail goes to /dev/mailbox'),
})

export const settingsContract = {
  read: route({
    method: 'GET',
    path: '/v1/settings',
    tag: 'settings',
    summary: 'What this installation offers',
    access: 'public',
  })
    .input(z.strictObject({}))
    .output(settingsSchema),
}
