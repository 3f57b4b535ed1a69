import * as z from 'zod'
import { route } from './route.ts'

/** What the pages must know before anybody signs in. */
export const settingsSchema = z.strictObject({
  demo: z.boolean().describe('The demo household is offered'),
  version: z.string(),
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
