/** What keeps a form about a subscription as it is being typed, by the sheet that it stands on. */
export const draftOfSheet = (sheet: string, subscriptionId: string): string =>
  `sheet.${sheet}.${subscriptionId}`
