/** Two members of a household: Asha, who looks, and Ravi, who has no account. */
export const members = [
  {
    id: 'asha',
    name: 'Asha',
    role: 'owner',
    isYou: true,
    hasAccount: true,
    hasUpiId: false,
    upiId: null,
    hasGuestLink: false,
    leftOn: null,
  },
  {
    id: 'ravi',
    name: 'Ravi',
    role: 'member',
    isYou: false,
    hasAccount: false,
    hasUpiId: true,
    upiId: null,
    hasGuestLink: false,
    leftOn: null,
  },
]

export const inr = (amount: number) => ({ amount, currency: 'INR' })

/** A page of a list that has no other. */
export const page = <Item>(items: readonly Item[]) => ({ items, nextCursor: null })
