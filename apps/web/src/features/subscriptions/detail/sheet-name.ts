/** What may be opened on top of the screen of a subscription. */
export type SheetName =
  | 'recharge'
  | 'edit'
  | 'cancel'
  | 'split'
  | 'plan'
  | 'dayRate'
  | 'pause'
  | 'resume'
  | 'correct'
  | 'withdraw'
  | 'charge'
