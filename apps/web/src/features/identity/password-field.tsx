import { Eye, EyeOff } from 'lucide-react'
import { useState, type ComponentPropsWithRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../design/button.tsx'
import { TextField } from '../../design/field.tsx'

/** A password that may be looked at, so that it can be long. */
export const PasswordField = (
  input: ComponentPropsWithRef<'input'> & {
    /** "Password", where it is left out. */
    label?: ReactNode
    hint?: ReactNode
    error?: ReactNode
    autoComplete: string
  },
) => {
  const { t } = useTranslation('identity')
  const [shown, setShown] = useState(false)
  return (
    <TextField
      {...input}
      label={input.label ?? t('password')}
      type={shown ? 'text' : 'password'}
      autoCapitalize="none"
      spellCheck={false}
      suffix={
        <IconButton
          icon={shown ? EyeOff : Eye}
          label={t(shown ? 'hidePassword' : 'showPassword')}
          onClick={() => setShown(!shown)}
        />
      }
    />
  )
}
