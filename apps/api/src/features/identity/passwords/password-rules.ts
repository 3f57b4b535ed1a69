import { ProblemError } from '../../../platform/http/problem.ts'

/** A password must have this much that nobody can know from the account. */
const FEWEST_OWN = 5
const SHORTEST = 8
const SHORTEST_WORD = 4

let common: Promise<ReadonlySet<string>> | undefined

/** 17,950 passwords of eight characters and more that attackers try first (zxcvbn's list, MIT). Loaded when first asked. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  common ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) =>
      new Set(dictionary['passwords-common'].map(String).filter((word) => word.length >= SHORTEST)),
  )
  return common
}

/**
 * Refuses what attackers try first: listed passwords, and the name of this service or of the account with little else.
 * There are no rules of composition.
 */
export async function refuseCommonPassword(password: string, email: string): Promise<void> {
  const typed = password.normalize('NFC').toLowerCase()
  const listed = await commonPasswords()
  if (listed.has(typed) || ownPartOf(typed, contextOf(email)).length < FEWEST_OWN)
    throw new ProblemError('password-too-common')
}

const contextOf = (email: string) => {
  const local = email.toLowerCase().split('@')[0] ?? ''
  const words = ['streamline', local, ...local.split(/[^\p{L}\p{N}]+/u)]
  return words.filter((word) => word.length >= SHORTEST_WORD).toSorted((a, b) => b.length - a.length)
}

const ownPartOf = (typed: string, context: readonly string[]) =>
  context.reduce((rest, word) => rest.replaceAll(word, ''), typed)
