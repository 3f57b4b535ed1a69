import { pushCategoryOf } from '@streamline/domain'
import type { Answered } from './notices'
import { notices } from './notices'

const day = 86_400_000

/** The phone says it again by itself, a day later: nobody could be told to. */
export const putOff = ({ data, title, body }: Answered, now: number): Promise<void> => {
  const { kind, tag, about } = data
  return notices.plan({
    // Planning anew what is known takes back what it does not want; this somebody wanted.
    name: `${putOffMark}${tag}`,
    at: now + day,
    title,
    body,
    channel: kind,
    category: pushCategoryOf(kind, about !== null, true),
    data,
  })
}

const putOffMark = 'later '

export const isPutOff = (name: string): boolean => name.startsWith(putOffMark)
