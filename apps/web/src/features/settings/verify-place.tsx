/** Keeps the place of the bar until its words are there: what a person is about to press must not move. */
export const VerifyPlace = () => (
  <div aria-hidden className="bg-warn-soft py-0.5 wide:py-1.5">
    <div className="h-11" />
  </div>
)
