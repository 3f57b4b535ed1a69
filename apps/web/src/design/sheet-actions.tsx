import type { ReactNode } from 'react'

/** The buttons of a form in a sheet: inside the form, so that Enter works, and in sight while it scrolls. */
export const SheetActions = ({ children }: { children: ReactNode }) => (
  <div className="sticky -bottom-5 z-10 -mx-5 mt-6 -mb-5 flex flex-wrap justify-end gap-3 border-t border-line bg-surface px-5 pt-4 pb-[calc(1rem+env(safe-area-inset-bottom))] wide:-mx-6 wide:rounded-b-card wide:px-6">
    {children}
  </div>
)
