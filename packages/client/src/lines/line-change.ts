import type { Line } from '../answers.ts'
import type { Inputs } from '../client.ts'

/** What the form of a number lets a person change, as typed. */
export interface LineDraft {
  /** Empty keeps the number: it is shown masked. */
  readonly number: string
  readonly name: string
  /** Empty for nobody in particular. */
  readonly memberId: string
}

export const lineDraftOf = ({ name, memberId }: Pick<Line, 'name' | 'memberId'>): LineDraft => ({
  number: '',
  name: name ?? '',
  memberId: memberId ?? '',
})

type Change = Omit<Inputs['lines']['update'], 'householdId' | 'id'>

/** Only what differs from what is there. */
export const lineChangeOf = (
  { number, name, memberId }: LineDraft,
  line: Pick<Line, 'name' | 'memberId'>,
): Change => {
  const named = name.trim() === '' ? null : name.trim()
  const whose = memberId === '' ? null : memberId
  return {
    ...(number.trim() === '' ? {} : { number: number.trim() }),
    ...(named === line.name ? {} : { name: named }),
    ...(whose === line.memberId ? {} : { memberId: whose }),
  }
}
