import { createLink } from '@tanstack/react-router'
import type { LucideIcon } from 'lucide-react'
import { LoaderCircle } from 'lucide-react'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classes } from './classes.ts'

export interface ButtonLook {
  variant?: 'primary' | 'secondary' | 'soft' | 'quiet' | 'danger' | undefined
  size?: 'sm' | 'md' | 'lg' | undefined
  icon?: LucideIcon | undefined
  /** Fills the width it is given. */
  wide?: boolean | undefined
}

const variants = {
  primary: 'bg-brand text-on-brand hover:bg-brand-hover',
  secondary: 'bg-surface text-ink border border-strong/60 hover:border-strong hover:bg-sunken',
  soft: 'bg-brand-soft text-brand hover:brightness-95 dark:hover:brightness-110',
  quiet: 'text-brand hover:bg-brand-soft',
  danger: 'bg-danger-soft text-danger hover:brightness-95',
}

const sizes = {
  sm: 'min-h-11 px-4 text-sm gap-1.5',
  md: 'min-h-11 px-5 text-base gap-2',
  lg: 'min-h-13 px-6 text-base gap-2',
}

/** The classes of a button, for a control that is none of those below. */
export const buttonLook = ({ variant = 'primary', size = 'md', wide }: ButtonLook): string =>
  classes(
    'inline-flex shrink-0 items-center justify-center rounded-control font-semibold whitespace-nowrap select-none',
    'transition-[background-color,border-color,filter,transform] duration-150 active:scale-[0.98]',
    'disabled:opacity-55 disabled:active:scale-100 aria-disabled:opacity-55',
    variants[variant],
    sizes[size],
    wide && 'w-full',
  )

const iconSize = 18

type ButtonProps = ButtonLook &
  ComponentPropsWithRef<'button'> & {
    /** Work is going on: says so, stays focusable, and takes no second press. */
    busy?: boolean | undefined
  }

export const Button = ({
  variant,
  size,
  wide,
  icon: Icon,
  busy = false,
  children,
  className,
  onClick,
  ...rest
}: ButtonProps) => (
  <button
    type="button"
    {...rest}
    className={classes(buttonLook({ variant, size, wide }), className)}
    aria-disabled={busy || undefined}
    aria-busy={busy || undefined}
    onClick={(event) => {
      if (busy) event.preventDefault()
      else onClick?.(event)
    }}
  >
    {busy ? <LoaderCircle size={iconSize} className="animate-spin" aria-hidden /> : null}
    {!busy && Icon ? <Icon size={iconSize} className="shrink-0" aria-hidden /> : null}
    {children}
  </button>
)

type AnchorProps = ButtonLook & ComponentPropsWithRef<'a'> & { children?: ReactNode }

/** A link that looks like a button and leaves the app. */
export const ButtonAnchor = ({
  variant,
  size,
  wide,
  icon: Icon,
  children,
  className,
  ...rest
}: AnchorProps) => (
  <a {...rest} className={classes(buttonLook({ variant, size, wide }), className)}>
    {Icon ? <Icon size={iconSize} className="shrink-0" aria-hidden /> : null}
    {children}
  </a>
)

/** A link that looks like a button; `to`, `params` and `search` are typed by the route tree. */
export const ButtonLink = createLink(ButtonAnchor)

type IconButtonProps = ComponentPropsWithRef<'button'> & { icon: LucideIcon; label: string }

/** A square button with a picture only; the label is what a screen reader says. */
export const IconButton = ({ icon: Icon, label, className, ...rest }: IconButtonProps) => (
  <button
    type="button"
    {...rest}
    aria-label={label}
    title={label}
    className={classes(
      'inline-flex size-11 shrink-0 items-center justify-center rounded-control text-muted hover:bg-sunken hover:text-ink',
      className,
    )}
  >
    <Icon size={20} aria-hidden />
  </button>
)
