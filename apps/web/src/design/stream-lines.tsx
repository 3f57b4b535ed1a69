/** Three streams that run into one: the mark of the product, drawn wide. Decoration only. */
export const StreamLines = ({ className, width = 5 }: { className?: string; width?: number }) => (
  <svg viewBox="0 0 480 120" preserveAspectRatio="none" className={className} aria-hidden fill="none">
    <g strokeWidth={width} strokeLinecap="round">
      <path d="M-20 14C170 14 210 78 500 78" className="stroke-marigold" vectorEffect="non-scaling-stroke" />
      <path d="M-20 106C190 106 200 90 500 90" className="stroke-ott" vectorEffect="non-scaling-stroke" />
      <path d="M-20 58C170 58 230 84 500 84" className="stroke-broadband" vectorEffect="non-scaling-stroke" />
    </g>
  </svg>
)
