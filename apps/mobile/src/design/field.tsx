import { Eye, EyeOff } from './icons.ts'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TextInput, View, type TextInputProps } from 'react-native'
import { IconButton } from './button.tsx'
import { classes } from './classes.ts'
import { useColor } from './icon.tsx'
import { Text } from './text.tsx'

/** A label above, a hint or what is wrong below. */
export const Field = ({
  label,
  hint,
  error,
  aside,
  isSaid = true,
  children,
}: {
  label: string
  /** At the right of the label: that it may stay empty, another unit. */
  aside?: ReactNode
  /** Where it is not, what stands in the field says it. */
  isSaid?: boolean
  hint?: string | undefined
  error?: ReactNode
  children: ReactNode
}) => (
  <View className="gap-1.5">
    {isSaid ? (
      <View className="flex-row items-baseline justify-between gap-3">
        <Text size="sm" weight="semibold" className="min-w-0 shrink">
          {label}
        </Text>
        {typeof aside === 'string' ? (
          <Text size="xs" tone="muted">
            {aside}
          </Text>
        ) : (
          aside
        )}
      </View>
    ) : null}
    {children}
    {error ? (
      <View accessibilityRole="alert">
        {typeof error === 'string' ? (
          <Text size="sm" weight="medium" tone="danger">
            {error}
          </Text>
        ) : (
          error
        )}
      </View>
    ) : hint ? (
      <Text size="sm" tone="muted">
        {hint}
      </Text>
    ) : null}
  </View>
)

export interface TextFieldProps extends Omit<TextInputProps, 'className'> {
  label: string
  hint?: string | undefined
  error?: ReactNode
  /** Stands in the field before what is typed. */
  before?: ReactNode
  isSaid?: boolean
  after?: ReactNode
  aside?: ReactNode
}

export const TextField = ({ label, hint, error, before, after, aside, isSaid, ...input }: TextFieldProps) => {
  const faint = useColor('faint')
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      aside={aside}
      {...(isSaid === undefined ? {} : { isSaid })}
    >
      <View
        className={classes(
          'min-h-13 flex-row items-center rounded-control border bg-surface pl-4 focus-within:border-brand',
          error ? 'border-danger' : 'border-strong/60',
        )}
      >
        {before === undefined ? null : typeof before === 'string' ? (
          <Text tone="muted">{before} </Text>
        ) : (
          <View className="pr-2.5">{before}</View>
        )}
        <TextInput
          {...input}
          accessibilityLabel={label}
          placeholderTextColor={faint}
          className="min-h-13 min-w-0 flex-1 py-2 pr-4 text-base text-ink"
        />
        {after}
      </View>
    </Field>
  )
}

export const PasswordField = (props: TextFieldProps) => {
  const { t } = useTranslation('identity')
  const [shown, show] = useState(false)
  return (
    <TextField
      {...props}
      secureTextEntry={!shown}
      autoCapitalize="none"
      autoCorrect={false}
      after={
        <IconButton
          icon={shown ? EyeOff : Eye}
          label={t(shown ? 'hidePassword' : 'showPassword')}
          onPress={() => show(!shown)}
        />
      }
    />
  )
}
