import { carriedOver } from '@streamline/client'
import { useEffect, useRef, useState } from 'react'
import {
  useForm,
  useWatch,
  type DefaultValues,
  type FieldValues,
  type Path,
  type PathValue,
  type Resolver,
} from 'react-hook-form'
import { useFound, useKeeping } from './kept-draft.ts'

interface Options<Draft extends FieldValues> {
  resolver?: Resolver<Draft>
  /** Waits in the tab until it is saved. Without it, what is typed on a sheet is dropped with the sheet, which asks first. */
  inTab?: boolean
  /** Where the beginning is another one meanwhile, what was typed stays and the rest goes with it. */
  follows?: boolean
}

/** A kept draft whose fields register themselves and are checked by a resolver. */
export const useKeptForm = <Draft extends FieldValues>(
  name: string,
  beginning: Draft,
  { resolver, inTab = false, follows = false }: Options<Draft> = {},
) => {
  const found = useFound(name, beginning)
  const [base, setBase] = useState(beginning)
  if (follows && JSON.stringify(beginning) !== JSON.stringify(base)) setBase(beginning)
  const shown = useRef(base)
  const form = useForm<Draft>({
    defaultValues: found.first as DefaultValues<Draft>,
    ...(resolver ? { resolver } : {}),
  })
  const draft = useWatch({ control: form.control }) as Draft
  const { errors, isSubmitted } = form.formState
  const kept = useKeeping({ ...found, inTab }, { draft, beginning: base, reset: () => form.reset(base) })
  useEffect(() => {
    if (shown.current === base) return
    form.reset(carriedOver(form.getValues(), shown.current, base))
    shown.current = base
  }, [base, form])
  return {
    ...form,
    draft,
    /** What is wrong with that field, in words, once it was tried to send it. */
    wrongAt: (field: keyof Draft & string): string | undefined => {
      const message = errors[field]?.message
      return typeof message === 'string' ? message : undefined
    },
    set: (change: Partial<Draft>): void => {
      for (const [field, value] of Object.entries(change))
        form.setValue(field as Path<Draft>, value as PathValue<Draft, Path<Draft>>)
      if (isSubmitted) void form.trigger()
    },
    kept,
  }
}
