/** Somebody's place in a household. */
export interface Membership {
  householdId: string
  memberId: string
  hasLeft: boolean
}

/** The person whom a private link shows their share. */
export interface LinkedPerson {
  householdId: string
  householdName: string
  country: string
  timeZone: string
  memberId: string
  name: string
}
