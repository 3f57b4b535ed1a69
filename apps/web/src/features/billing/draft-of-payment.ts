/** What keeps the payment of that charge as it is being typed; alone, because the form itself comes later. */
export const draftOfPayment = (chargeId: string): string => `pay.${chargeId}`
