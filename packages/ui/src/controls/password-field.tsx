import { useState } from 'react'
import { EyeIcon } from '../icons/eye-icon.js'
import { EyeOffIcon } from '../icons/eye-off-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { IconButton } from './icon-button.js'
import { TextField, type TextFieldProps } from './text-field.js'

/** A password that its writer may look at before sending it. */
export function PasswordField(props: Omit<TextFieldProps, 'type' | 'end' | 'lines'>) {
  const t = useUiMessages()
  const [shown, setShown] = useState(false)
  return (
    <TextField
      autoComplete="current-password"
      spellCheck="false"
      {...props}
      type={shown ? 'text' : 'password'}
      end={
        <IconButton
          label={shown ? t('password.hide') : t('password.show')}
          size="small"
          onPress={() => setShown(!shown)}
        >
          {shown ? <EyeOffIcon /> : <EyeIcon />}
        </IconButton>
      }
    />
  )
}
