import { classes } from './classes.ts'

/** Streams, lines and the home line run into one. */
export const LogoMark = ({ className = 'size-9' }: { className?: string }) => (
  <svg viewBox="0 0 64 64" className={className} aria-hidden>
    <rect width="64" height="64" rx="18" fill="#7a2a5e" />
    <g fill="none" strokeWidth="6" strokeLinecap="round">
      <path d="M12 17c18 0 16 15 40 15" stroke="#f4ae42" />
      <path d="M12 47c18 0 16-15 40-15" stroke="#e9a3cd" />
      <path d="M12 32h40" stroke="#ffffff" />
    </g>
  </svg>
)

export const Logo = ({ className, nameClass }: { className?: string; nameClass?: string }) => (
  <span className={classes('inline-flex items-center gap-2.5', className)}>
    <LogoMark />
    <span className={classes('font-display text-lg font-extrabold tracking-tight', nameClass)}>
      Streamline
    </span>
  </span>
)
