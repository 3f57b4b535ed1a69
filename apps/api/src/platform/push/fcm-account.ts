import { readFileSync } from 'node:fs'
import { importPKCS8, type CryptoKey } from 'jose'
import * as z from 'zod'

/** What of a service account's file is used. */
const accountSchema = z.object({
  project_id: z.string().min(1),
  client_email: z.email(),
  private_key: z.string().includes('PRIVATE KEY'),
  token_uri: z.url({ protocol: /^https$/ }),
})

export type FcmAccount = z.infer<typeof accountSchema>

/** From the JSON itself, or a path of its file. Throws with what is wrong, and nothing of what is secret. */
export function fcmAccountOf(setting: string): FcmAccount {
  const text = setting.trimStart().startsWith('{') ? setting : readFileSync(setting, 'utf8')
  const parsed = accountSchema.safeParse(JSON.parse(text))
  if (parsed.success) return parsed.data
  throw new Error(parsed.error.issues.map(({ path }) => path.join('.')).join(', '))
}

export const keyOf = ({ private_key: pem }: FcmAccount): Promise<CryptoKey> => importPKCS8(pem, 'RS256')
