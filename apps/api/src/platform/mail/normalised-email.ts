/** The form by which an account is found: one person must not hold two accounts by typing capitals. */
export const normalisedEmail = (email: string) => email.trim().normalize('NFKC').toLowerCase()
