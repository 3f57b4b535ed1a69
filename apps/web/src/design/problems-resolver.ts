import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form'

/** The rules of a form in words for its fields: what cannot be read, by field. */
export const problemsResolver =
  <Values extends FieldValues, Problem extends string>(
    problemsOf: (values: Values) => Partial<Record<string, Problem>>,
    say: (problem: Problem) => string,
  ): Resolver<Values> =>
  (values) => {
    const errors: FieldErrors = {}
    for (const [field, problem] of Object.entries(problemsOf(values)))
      if (problem !== undefined) errors[field] = { type: problem, message: say(problem) }
    return Object.keys(errors).length === 0
      ? { values, errors: {} }
      : { values: {}, errors: errors as FieldErrors<Values> }
  }
