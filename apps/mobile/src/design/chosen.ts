/** That a button is the chosen one of some: TalkBack says it of what is selected, a page of what is pressed. */
export const chosen = (is: boolean) => ({ accessibilityState: { selected: is }, 'aria-pressed': is })
