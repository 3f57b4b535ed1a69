import { useId, type ReactNode } from 'react'
import { classes } from './classes.ts'

/** A choice that radio buttons offer; what they look like is up to who shows them. */
export interface RadioChoices<Value extends string, Option extends { value: Value }> {
  label: ReactNode
  value: Value
  options: readonly Option[]
  onChange: (value: Value) => void
}

interface Looks<Option> {
  className?: string | undefined
  legend: string
  frame: string
  option: (isChosen: boolean) => string
  input: string
  children: (option: Option) => ReactNode
}

/** One of a few: native radio buttons, so arrows and screen readers work by themselves. */
export const RadioSet = <Value extends string, Option extends { value: Value }>({
  label,
  value,
  options,
  onChange,
  className,
  legend,
  frame,
  option: look,
  input,
  children,
}: RadioChoices<Value, Option> & Looks<Option>) => {
  const name = useId()
  return (
    <fieldset className={classes('min-w-0', className)}>
      <legend className={legend}>{label}</legend>
      <div className={frame}>
        {options.map((option) => (
          <label key={option.value} className={look(option.value === value)}>
            <input
              type="radio"
              className={input}
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {children(option)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
