/** Three streams run into one, behind the example card. */
export const StreamArt = ({ className }: { className?: string }) => (
  <svg viewBox="0 0 640 560" preserveAspectRatio="none" className={className} aria-hidden fill="none">
    <g strokeWidth="34" strokeLinecap="round" opacity="0.9">
      <path d="M-40 70C180 70 210 300 700 300" className="stroke-marigold" />
      <path d="M-40 500C200 500 200 340 700 340" className="stroke-ott" />
      <path d="M-40 290C160 290 240 320 700 320" className="stroke-broadband" />
    </g>
  </svg>
)
